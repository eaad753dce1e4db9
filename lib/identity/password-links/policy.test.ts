import { describe, expect, test } from 'vitest'
import { type Link, linkState, nameFromEmail } from './policy.ts'

const now = new Date('2026-11-25T12:00:00Z')
const earlier = new Date('2026-11-25T11:59:59Z')
const later = new Date('2026-11-25T12:00:01Z')

describe('a link', () => {
  const open: Link = { usedAt: null, revokedAt: null, expiresAt: later }

  test.each<[string, Partial<Link>, Date | null, ReturnType<typeof linkState>]>([
    ['is open until it expires', {}, null, 'open'],
    ['is expired at its expiry time', { expiresAt: now }, null, 'expired'],
    ['works once', { usedAt: earlier }, null, 'used'],
    ['that was used stays used after its expiry', { usedAt: earlier, expiresAt: earlier }, null, 'used'],
    ['that was replaced stops working', { revokedAt: earlier }, null, 'replaced'],
    ['of a disabled person stops working', {}, earlier, 'disabled'],
    ['that was revoked because its holder was disabled says so', { revokedAt: earlier }, earlier, 'disabled'],
  ])('%s', (_, change, disabledAt, state) => {
    expect(linkState({ ...open, ...change }, { disabledAt }, now)).toBe(state)
  })
})

test.each([
  ['ana.lima@example.org', 'Ana Lima'],
  ['li_wei+school@example.org', 'Li Wei School'],
  ['noor@example.org', 'Noor'],
  ['o’brien-walsh@example.org', 'O’brien Walsh'],
  ['_@example.org', '_'],
])('%s gives the provisional name %s', (email, name) => {
  expect(nameFromEmail(email)).toBe(name)
})
