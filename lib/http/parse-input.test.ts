import { expect, test } from 'vitest'
import { enrolStudentsEndpoint } from '#lib/classes/api.ts'
import type { Endpoint } from '#lib/kernel/endpoint.ts'
import { createUserEndpoint } from '#lib/people/api.ts'
import { createSessionEndpoint, findSessionEndpoint, listSessionsEndpoint } from '#lib/sessions/api.ts'
import { parseInput } from './parse-input.ts'

const id = crypto.randomUUID()

function faultsOf(endpoint: Endpoint, given: Parameters<typeof parseInput>[1]) {
  try {
    return parseInput(endpoint, given)
  } catch (error) {
    return error
  }
}

test('path, query and body are merged; unknown fields are dropped', () => {
  const given = { params: { classId: id, role: 'ADMIN' }, body: { studentIds: [id], roomAdmin: true } }
  expect(parseInput(enrolStudentsEndpoint, given)).toEqual({
    classId: id,
    studentIds: [id],
    allowOverlap: false,
  })
})

test('the path takes precedence over the body', () => {
  const given = { params: { sessionId: id }, body: { sessionId: crypto.randomUUID() } }
  expect(parseInput(findSessionEndpoint, given)).toEqual({ sessionId: id })
})

test('e-mail addresses and names are trimmed', () => {
  const body = { email: ' Noor@School.Test ', name: ' Noor ', role: 'STUDENT' }
  expect(parseInput(createUserEndpoint, { body })).toEqual({
    ...body,
    email: 'noor@school.test',
    name: 'Noor',
  })
})

test.each(['', 'x', `${id}x`, `${id}\u0000`, '../me', '42'])('%j is not an id', (sessionId) => {
  expect(faultsOf(findSessionEndpoint, { params: { sessionId } })).toMatchObject({
    code: 'invalid',
    details: { fields: { sessionId: 'missing' } },
  })
})

test('every invalid field is reported', () => {
  const body = { email: 'noor', name: ' ', role: 'OWNER', password: '1234567' }
  expect(faultsOf(createUserEndpoint, { body })).toMatchObject({
    code: 'invalid',
    details: {
      fields: { email: 'notAnEmail', name: 'required', role: 'missing', password: 'passwordTooShort' },
    },
  })
})

test('an error in a list is reported with its index', () => {
  const given = { params: { classId: id }, body: { studentIds: [id, 'noor'] } }
  expect(faultsOf(enrolStudentsEndpoint, given)).toMatchObject({
    details: { fields: { 'studentIds.1': 'missing' } },
  })
})

test.each([undefined, null, [], 'text', 7])('a body that is %j is refused', (body) => {
  expect(faultsOf(createSessionEndpoint, { body })).toMatchObject({ code: 'invalid' })
})

test('a page of a list has 1 to 100 items, 50 by default', () => {
  expect(parseInput(listSessionsEndpoint, { query: {} })).toEqual({ limit: 50 })
  expect(parseInput(listSessionsEndpoint, { query: { limit: '100' } })).toEqual({ limit: 100 })
  for (const limit of ['0', '101', '1.5', 'all', '-1']) {
    expect(faultsOf(listSessionsEndpoint, { query: { limit } })).toMatchObject({ code: 'invalid' })
  }
})
