'use server'

import { readmitParticipantEndpoint } from '#lib/classroom/api.ts'
import { readmitParticipant as letInAgainTo } from '#lib/classroom/moderation/readmit-participant.ts'
import { runAction } from '#lib/http/run-action.ts'
import { runActionAtWallTime } from '#lib/http/run-action-at-wall-time.ts'
import { listPeopleEndpoint } from '#lib/people/api.ts'
import { listPeople } from '#lib/people/list-people.ts'
import {
  cancelSessionEndpoint,
  changeSessionEndpoint,
  endSessionEndpoint,
  previewChangeEndpoint,
  removeFromWaitlistEndpoint,
  seatStudentsEndpoint,
  startSessionEndpoint,
  switchSeatEndpoint,
  unseatStudentsEndpoint,
} from '#lib/sessions/api.ts'
import { undoChangeEndpoint } from '#lib/sessions/changes/api.ts'
import { undoChange as undoChangeOf } from '#lib/sessions/changes/undo-change.ts'
import { endSession as endSessionOf } from '#lib/sessions/lifecycle/end-session.ts'
import { startSession as startSessionOf } from '#lib/sessions/lifecycle/start-session.ts'
import { cancelSession as cancelSessionOf } from '#lib/sessions/planning/cancel-session.ts'
import { changeSession as changeSessionOf } from '#lib/sessions/planning/change-session.ts'
import { previewChange as previewChangeOf } from '#lib/sessions/planning/preview-change.ts'
import { removeFromWaitlist as takeOutOfLineOf } from '#lib/sessions/seats/remove-from-waitlist.ts'
import { seatStudents as seatStudentsIn } from '#lib/sessions/seats/seat-students.ts'
import { switchSeat as switchSeatOf } from '#lib/sessions/seats/switch-seat.ts'
import { unseatStudents as unseatStudentsOf } from '#lib/sessions/seats/unseat-students.ts'

export async function startSession(input: unknown) {
  return runAction(startSessionEndpoint, startSessionOf, input)
}

export async function endSession(input: unknown) {
  return runAction(endSessionEndpoint, endSessionOf, input)
}

export async function cancelSession(input: unknown) {
  return runAction(cancelSessionEndpoint, cancelSessionOf, input)
}

/** Changes the trainer or the number of seats. */
export async function changeSession(input: unknown) {
  return runAction(changeSessionEndpoint, changeSessionOf, input)
}

/** Takes date, start and end as wall times in a time zone. */
export async function moveSession(input: object) {
  return runActionAtWallTime(changeSessionEndpoint, changeSessionOf, input)
}

/** Effects of changing or cancelling the session. */
export async function previewChange(input: unknown) {
  return runAction(previewChangeEndpoint, previewChangeOf, input)
}

/** Effects of moving the session; takes date, start and end as wall times in a time zone. */
export async function previewMove(input: object) {
  return runActionAtWallTime(previewChangeEndpoint, previewChangeOf, input)
}

export async function undoChange(input: unknown) {
  return runAction(undoChangeEndpoint, undoChangeOf, input)
}

export async function seatStudents(input: unknown) {
  return runAction(seatStudentsEndpoint, seatStudentsIn, input)
}

export async function unseatStudents(input: unknown) {
  return runAction(unseatStudentsEndpoint, unseatStudentsOf, input)
}

export async function switchSeat(input: unknown) {
  return runAction(switchSeatEndpoint, switchSeatOf, input)
}

export async function removeWaitlisted(input: unknown) {
  return runAction(removeFromWaitlistEndpoint, takeOutOfLineOf, input)
}

export async function readmit(input: unknown) {
  return runAction(readmitParticipantEndpoint, letInAgainTo, input)
}

/** Students by name or e-mail, from `{search}`. */
export async function searchStudents(input: object) {
  return runAction(listPeopleEndpoint, listPeople, { ...input, role: 'STUDENT' })
}
