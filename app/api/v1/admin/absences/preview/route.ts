import { route } from '#lib/http/route.ts'
import { previewAbsenceEndpoint } from '#lib/sessions/absences/api.ts'
import { previewAbsence } from '#lib/sessions/absences/preview-absence.ts'

export const GET = route(previewAbsenceEndpoint, previewAbsence)
