'use server'

import { createClassEndpoint, enrolStudentsEndpoint } from '#lib/classes/api.ts'
import { createClass as createClassOf } from '#lib/classes/create-class.ts'
import { enrolStudents as enrolStudentsIn } from '#lib/classes/enrol-students.ts'
import { act } from '#lib/http/act.ts'
import { listPeopleEndpoint } from '#lib/people/api.ts'
import { listPeople } from '#lib/people/list-people.ts'

export async function createClass(input: unknown) {
  return act(createClassEndpoint, createClassOf, input)
}

export async function enrolStudents(input: unknown) {
  return act(enrolStudentsEndpoint, enrolStudentsIn, input)
}

/** Students by name or e-mail, from `{search}`. */
export async function searchStudents(input: object) {
  return act(listPeopleEndpoint, listPeople, { ...input, role: 'STUDENT' })
}
