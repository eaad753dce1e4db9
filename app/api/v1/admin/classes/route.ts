import { createClassEndpoint, listClassesEndpoint } from '#lib/classes/api.ts'
import { createClass } from '#lib/classes/create-class.ts'
import { listClasses } from '#lib/classes/list-classes.ts'
import { route } from '#lib/http/route.ts'

export const GET = route(listClassesEndpoint, listClasses)
export const POST = route(createClassEndpoint, createClass)
