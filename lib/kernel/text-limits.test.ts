import { expect, test } from 'vitest'
import type { z } from 'zod'
import { createClassEndpoint } from '#lib/classes/api.ts'
import { removeParticipantEndpoint } from '#lib/classroom/api.ts'
import { sendMessageEndpoint } from '#lib/classroom/chat/api.ts'
import { addHolidayEndpoint } from '#lib/holidays/api.ts'
import { changePasswordInput, email, newPassword, signInInput } from '#lib/identity/api.ts'
import { acceptLinkEndpoint } from '#lib/identity/password-links/api.ts'
import { createLocationEndpoint } from '#lib/locations/api.ts'
import { changeUserEndpoint, createUserEndpoint } from '#lib/people/api.ts'
import { recordAbsenceEndpoint } from '#lib/sessions/absences/api.ts'
import { cancelSessionEndpoint, createSessionEndpoint } from '#lib/sessions/api.ts'
import { seriesPlan } from '#lib/sessions/series/api.ts'
import { searchText } from './fields.ts'
import { MAX_LENGTH } from './text-limits.ts'

type Row = [what: string, limit: keyof typeof MAX_LENGTH, schema: z.ZodType, input: (text: string) => unknown]

const handover = (cancel: string) => ({ handovers: [{ sessionId: crypto.randomUUID(), cancel }] })
const title = (title: string) => ({ title })
const name = (name: string) => ({ name })
const reason = (reason: string) => ({ reason })

test.each<Row>([
  ['a message', 'message', sendMessageEndpoint.body, (text) => ({ text })],
  ['the name of a new user', 'name', createUserEndpoint.body, name],
  ['the changed name of a user', 'name', changeUserEndpoint.body, name],
  ['the name on accepting an invitation', 'name', acceptLinkEndpoint.body, name],
  ['an address', 'email', email, (text) => text],
  ['an address at sign-in', 'email', signInInput, (email) => ({ email })],
  ['a new password', 'newPassword', newPassword, (text) => text],
  ['a password at sign-in', 'triedPassword', signInInput, (password) => ({ password })],
  ['the current password', 'triedPassword', changePasswordInput, (current) => ({ current })],
  ['a class', 'title', createClassEndpoint.body, title],
  ['a session', 'title', createSessionEndpoint.body, title],
  ['a series', 'title', seriesPlan, title],
  ['a short title', 'shortTitle', createClassEndpoint.body, (shortTitle) => ({ shortTitle })],
  ['a location', 'location', createLocationEndpoint.body, name],
  ['a holiday', 'holiday', addHolidayEndpoint.body, name],
  ['a cancellation', 'cancelReason', cancelSessionEndpoint.body, reason],
  ['a cancellation in an absence', 'cancelReason', recordAbsenceEndpoint.body, handover],
  ['a removal', 'removalReason', removeParticipantEndpoint.body, reason],
  ['a rule', 'recurrenceRule', seriesPlan, (rule) => ({ rule })],
  ['a search', 'search', searchText, (text) => text],
])('the API accepts the same length of %s as the form, and no more', (_what, limit, schema, input) => {
  const isTooLong = (length: number) =>
    JSON.stringify(schema.safeParse(input('a'.repeat(length))).error?.issues ?? []).includes('"tooLong"')
  expect([isTooLong(MAX_LENGTH[limit]), isTooLong(MAX_LENGTH[limit] + 1)]).toEqual([false, true])
})
