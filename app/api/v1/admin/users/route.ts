import { route } from '#lib/http/route.ts'
import { createUserEndpoint, listPeopleEndpoint } from '#lib/people/api.ts'
import { createUser } from '#lib/people/create-user.ts'
import { listPeople } from '#lib/people/list-people.ts'

export const GET = route(listPeopleEndpoint, listPeople)
export const POST = route(createUserEndpoint, createUser)
