import { changeClassEndpoint, findClassEndpoint } from '#lib/classes/api.ts'
import { changeClass } from '#lib/classes/change-class.ts'
import { findClass } from '#lib/classes/find-class.ts'
import { route } from '#lib/http/route.ts'

export const GET = route(findClassEndpoint, findClass)
export const PATCH = route(changeClassEndpoint, changeClass)
