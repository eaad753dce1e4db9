import { route } from '#lib/http/route.ts'
import { invitePeopleEndpoint } from '#lib/people/api.ts'
import { invitePeople } from '#lib/people/invite-people.ts'

export const POST = route(invitePeopleEndpoint, invitePeople)
