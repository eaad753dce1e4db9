'use server'

import { runAction } from '#lib/http/run-action.ts'
import { recordAbsenceEndpoint } from '#lib/sessions/absences/api.ts'
import { recordAbsence as recordAbsenceOf } from '#lib/sessions/absences/record-absence.ts'

export async function recordAbsence(input: unknown) {
  return runAction(recordAbsenceEndpoint, recordAbsenceOf, input)
}
