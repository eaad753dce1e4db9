import { changeEnrolmentEndpoint } from '#lib/classes/api.ts'
import { changeEnrolment } from '#lib/classes/change-enrolment.ts'
import { route } from '#lib/http/route.ts'

export const PATCH = route(changeEnrolmentEndpoint, changeEnrolment)
