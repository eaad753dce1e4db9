'use server'

import { act } from '#lib/http/act.ts'
import { recordAbsenceEndpoint } from '#lib/sessions/absences/api.ts'
import { recordAbsence as recordAbsenceOf } from '#lib/sessions/absences/record-absence.ts'
import { undoChangeEndpoint } from '#lib/sessions/changes/api.ts'
import { undoChange as undoChangeOf } from '#lib/sessions/changes/undo-change.ts'

export async function recordAbsence(input: unknown) {
  return act(recordAbsenceEndpoint, recordAbsenceOf, input)
}

export async function undoChange(input: unknown) {
  return act(undoChangeEndpoint, undoChangeOf, input)
}
