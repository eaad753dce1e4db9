import { route } from '#lib/http/route.ts'
import { changeUserEndpoint, findUserEndpoint } from '#lib/people/api.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { findUser } from '#lib/people/find-user.ts'

export const GET = route(findUserEndpoint, findUser)
export const PATCH = route(changeUserEndpoint, changeUser)
