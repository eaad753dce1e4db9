'use server'

import { act } from '#lib/http/act.ts'
import { recordAbsenceEndpoint } from '#lib/sessions/absences/api.ts'
import { recordAbsence as recordAbsenceOf } from '#lib/sessions/absences/record-absence.ts'

export async function recordAbsence(input: unknown) {
  return act(recordAbsenceEndpoint, recordAbsenceOf, input)
}
