'use server'

import {
  changeClassEndpoint,
  changeEnrolmentEndpoint,
  enrolStudentsEndpoint,
  unenrolStudentsEndpoint,
} from '#lib/classes/api.ts'
import { changeClass as changeClassOf } from '#lib/classes/change-class.ts'
import { changeEnrolment as changeEnrolmentOf } from '#lib/classes/change-enrolment.ts'
import { enrolStudents as enrolStudentsIn } from '#lib/classes/enrol-students.ts'
import { unenrolStudents as unenrolStudentsOf } from '#lib/classes/unenrol-students.ts'
import { runAction } from '#lib/http/run-action.ts'
import { listPeopleEndpoint } from '#lib/people/api.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { removeFromWaitlistEndpoint } from '#lib/sessions/api.ts'
import { removeFromWaitlist as takeOutOfLineOf } from '#lib/sessions/seats/remove-from-waitlist.ts'

export async function changeClass(input: unknown) {
  return runAction(changeClassEndpoint, changeClassOf, input)
}

export async function enrolStudents(input: unknown) {
  return runAction(enrolStudentsEndpoint, enrolStudentsIn, input)
}

export async function unenrolStudents(input: unknown) {
  return runAction(unenrolStudentsEndpoint, unenrolStudentsOf, input)
}

/** Changes the seat kind that a student usually has in the class. */
export async function changeEnrolment(input: unknown) {
  return runAction(changeEnrolmentEndpoint, changeEnrolmentOf, input)
}

export async function removeWaitlisted(input: unknown) {
  return runAction(removeFromWaitlistEndpoint, takeOutOfLineOf, input)
}

/** Students by name or e-mail, from `{search}`. */
export async function searchStudents(input: object) {
  return runAction(listPeopleEndpoint, listPeople, { ...input, role: 'STUDENT' })
}
