'use server'

import { getTranslations } from 'next-intl/server'
import { letInAgainEndpoint } from '#lib/classroom/api.ts'
import { letInAgain as letInAgainTo } from '#lib/classroom/moderation/let-in-again.ts'
import { act } from '#lib/http/act.ts'
import type { ActionResult } from '#lib/http/action-result.ts'
import type { DataOf } from '#lib/http/endpoint.ts'
import { listPeopleEndpoint } from '#lib/identity/api.ts'
import { listPeople } from '#lib/identity/people/list-people.ts'
import {
  cancelSessionEndpoint,
  changeSessionEndpoint,
  endSessionEndpoint,
  seatStudentsEndpoint,
  startSessionEndpoint,
  unseatStudentsEndpoint,
} from '#lib/sessions/api.ts'
import { endSession as endSessionOf } from '#lib/sessions/lifecycle/end-session.ts'
import { startSession as startSessionOf } from '#lib/sessions/lifecycle/start-session.ts'
import { cancelSession as cancelSessionOf } from '#lib/sessions/planning/cancel-session.ts'
import { changeSession as changeSessionOf } from '#lib/sessions/planning/change-session.ts'
import { seatStudents as seatStudentsIn } from '#lib/sessions/seats/seat-students.ts'
import { unseatStudents as unseatStudentsOf } from '#lib/sessions/seats/unseat-students.ts'
import { instantsOf } from '#lib/time/wall-span.ts'

export async function startSession(input: unknown) {
  return act(startSessionEndpoint, startSessionOf, input)
}

export async function endSession(input: unknown) {
  return act(endSessionEndpoint, endSessionOf, input)
}

export async function cancelSession(input: unknown) {
  return act(cancelSessionEndpoint, cancelSessionOf, input)
}

/** Another trainer or another number of places. */
export async function changeSession(input: unknown) {
  return act(changeSessionEndpoint, changeSessionOf, input)
}

/** Takes date, start and end as the clocks of a zone show them. */
export async function moveSession(
  input: object,
): Promise<ActionResult<DataOf<typeof changeSessionEndpoint>>> {
  const span = instantsOf(input)
  if (!('missing' in span)) return act(changeSessionEndpoint, changeSessionOf, { ...input, ...span })
  const t = await getTranslations('admin.time')
  return { ok: false, code: 'invalid', message: t('malformed'), fields: { [span.missing]: t('skipped') } }
}

export async function seatStudents(input: unknown) {
  return act(seatStudentsEndpoint, seatStudentsIn, input)
}

export async function unseatStudents(input: unknown) {
  return act(unseatStudentsEndpoint, unseatStudentsOf, input)
}

export async function letInAgain(input: unknown) {
  return act(letInAgainEndpoint, letInAgainTo, input)
}

/** Students by name or e-mail, from `{search}`. */
export async function searchStudents(input: object) {
  return act(listPeopleEndpoint, listPeople, { ...input, role: 'STUDENT' })
}
