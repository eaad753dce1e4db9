import { route } from '#lib/http/route.ts'
import { listAbsencesEndpoint, recordAbsenceEndpoint } from '#lib/sessions/absences/api.ts'
import { listAbsences } from '#lib/sessions/absences/list-absences.ts'
import { recordAbsence } from '#lib/sessions/absences/record-absence.ts'

export const GET = route(listAbsencesEndpoint, listAbsences)
export const POST = route(recordAbsenceEndpoint, recordAbsence)
