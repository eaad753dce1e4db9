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
import { act } from '#lib/http/act.ts'
import { listPeopleEndpoint } from '#lib/people/api.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { takeOutOfLineEndpoint } from '#lib/sessions/api.ts'
import { takeOutOfLine as takeOutOfLineOf } from '#lib/sessions/seats/take-out-of-line.ts'

export async function changeClass(input: unknown) {
  return act(changeClassEndpoint, changeClassOf, input)
}

export async function enrolStudents(input: unknown) {
  return act(enrolStudentsEndpoint, enrolStudentsIn, input)
}

export async function unenrolStudents(input: unknown) {
  return act(unenrolStudentsEndpoint, unenrolStudentsOf, input)
}

/** Where a student usually sits. */
export async function changeEnrolment(input: unknown) {
  return act(changeEnrolmentEndpoint, changeEnrolmentOf, input)
}

export async function takeOutOfLine(input: unknown) {
  return act(takeOutOfLineEndpoint, takeOutOfLineOf, input)
}

/** Students by name or e-mail, from `{search}`. */
export async function searchStudents(input: object) {
  return act(listPeopleEndpoint, listPeople, { ...input, role: 'STUDENT' })
}
