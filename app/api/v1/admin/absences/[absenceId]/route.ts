import { route } from '#lib/http/route.ts'
import { endAbsenceEndpoint } from '#lib/sessions/absences/api.ts'
import { endAbsence } from '#lib/sessions/absences/end-absence.ts'

export const DELETE = route(endAbsenceEndpoint, endAbsence)
