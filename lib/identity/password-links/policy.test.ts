import { describe, expect, test } from 'vitest'
import { type Link, linkState, nameFromEmail } from './policy.ts'

const now = new Date('2026-11-25T12:00:00Z')
const earlier = new Date('2026-11-25T11:59:59Z')
const later = new Date('2026-11-25T12:00:01Z')

describe('a link', () => {
  const open: Link = { usedAt: null, revokedAt: null, expiresAt: later }

  test.each<[string, Partial<Link>, Date | null, ReturnType<typeof linkState>]>([
    ['is open until it runs out', {}, null, 'open'],
    ['has run out at its very end', { expiresAt: now }, null, 'expired'],
    ['works once', { usedAt: earlier }, null, 'used'],
    [
      'that was used stays used when it would have run out',
      { usedAt: earlier, expiresAt: earlier },
      null,
      'used',
    ],
    ['that was replaced works no more', { revokedAt: earlier }, null, 'replaced'],
    ['of somebody who can no longer sign in works no more', {}, earlier, 'disabled'],
    ['that was revoked by disabling its holder says so', { revokedAt: earlier }, earlier, 'disabled'],
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
])('%s is called %s until they say it', (email, name) => {
  expect(nameFromEmail(email)).toBe(name)
})
