'use server'

import { letInAgainEndpoint } from '#lib/classroom/api.ts'
import { letInAgain as letInAgainTo } from '#lib/classroom/moderation/let-in-again.ts'
import { act } from '#lib/http/act.ts'
import { actAtWallTime } from '#lib/http/act-at-wall-time.ts'
import { listPeopleEndpoint } from '#lib/people/api.ts'
import { listPeople } from '#lib/people/list-people.ts'
import {
  cancelSessionEndpoint,
  changeSessionEndpoint,
  endSessionEndpoint,
  previewChangeEndpoint,
  seatStudentsEndpoint,
  startSessionEndpoint,
  switchSeatEndpoint,
  takeOutOfLineEndpoint,
  unseatStudentsEndpoint,
} from '#lib/sessions/api.ts'
import { undoChangeEndpoint } from '#lib/sessions/changes/api.ts'
import { undoChange as undoChangeOf } from '#lib/sessions/changes/undo-change.ts'
import { endSession as endSessionOf } from '#lib/sessions/lifecycle/end-session.ts'
import { startSession as startSessionOf } from '#lib/sessions/lifecycle/start-session.ts'
import { cancelSession as cancelSessionOf } from '#lib/sessions/planning/cancel-session.ts'
import { changeSession as changeSessionOf } from '#lib/sessions/planning/change-session.ts'
import { previewChange as previewChangeOf } from '#lib/sessions/planning/preview-change.ts'
import { seatStudents as seatStudentsIn } from '#lib/sessions/seats/seat-students.ts'
import { switchSeat as switchSeatOf } from '#lib/sessions/seats/switch-seat.ts'
import { takeOutOfLine as takeOutOfLineOf } from '#lib/sessions/seats/take-out-of-line.ts'
import { unseatStudents as unseatStudentsOf } from '#lib/sessions/seats/unseat-students.ts'

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
export async function moveSession(input: object) {
  return actAtWallTime(changeSessionEndpoint, changeSessionOf, input)
}

/** What changing or cancelling it would do. */
export async function previewChange(input: unknown) {
  return act(previewChangeEndpoint, previewChangeOf, input)
}

/** What moving it would do, from date, start and end as the clocks of a zone show them. */
export async function previewMove(input: object) {
  return actAtWallTime(previewChangeEndpoint, previewChangeOf, input)
}

export async function undoChange(input: unknown) {
  return act(undoChangeEndpoint, undoChangeOf, input)
}

export async function seatStudents(input: unknown) {
  return act(seatStudentsEndpoint, seatStudentsIn, input)
}

export async function unseatStudents(input: unknown) {
  return act(unseatStudentsEndpoint, unseatStudentsOf, input)
}

export async function switchSeat(input: unknown) {
  return act(switchSeatEndpoint, switchSeatOf, input)
}

export async function takeOutOfLine(input: unknown) {
  return act(takeOutOfLineEndpoint, takeOutOfLineOf, input)
}

export async function letInAgain(input: unknown) {
  return act(letInAgainEndpoint, letInAgainTo, input)
}

/** Students by name or e-mail, from `{search}`. */
export async function searchStudents(input: object) {
  return act(listPeopleEndpoint, listPeople, { ...input, role: 'STUDENT' })
}
