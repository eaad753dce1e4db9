import { route } from '#lib/http/route.ts'
import { eraseUserEndpoint } from '#lib/people/api.ts'
import { eraseUser } from '#lib/people/erase-user.ts'

export const POST = route(eraseUserEndpoint, eraseUser)
