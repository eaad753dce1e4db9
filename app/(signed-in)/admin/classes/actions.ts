'use server'

import { createClassEndpoint, enrolStudentsEndpoint } from '#lib/classes/api.ts'
import { createClass as createClassOf } from '#lib/classes/create-class.ts'
import { enrolStudents as enrolStudentsIn } from '#lib/classes/enrol-students.ts'
import { runAction } from '#lib/http/run-action.ts'
import { listPeopleEndpoint } from '#lib/people/api.ts'
import { listPeople } from '#lib/people/list-people.ts'

export async function createClass(input: unknown) {
  return runAction(createClassEndpoint, createClassOf, input)
}

export async function enrolStudents(input: unknown) {
  return runAction(enrolStudentsEndpoint, enrolStudentsIn, input)
}

/** Students by name or e-mail, from `{search}`. */
export async function searchStudents(input: object) {
  return runAction(listPeopleEndpoint, listPeople, { ...input, role: 'STUDENT' })
}
