import { expect, test } from 'vitest'
import { createPairingCode } from './create-pairing-code.ts'
import { pairingCode } from './pairing-code.ts'
import { roomDisplayState } from './policy.ts'

const now = new Date('2027-03-01T18:00:00Z')
const soon = new Date('2027-03-01T18:01:00Z')
const before = new Date('2027-03-01T17:59:00Z')

test.each([
  ['a valid code', soon, null, null, 'waiting'],
  ['an expired code', before, null, null, 'expired'],
  ['paired, the class is running', before, before, 'in_progress', 'in_class'],
  ['paired, the class has ended', before, before, 'completed', 'ended'],
  ['paired, the class was cancelled', before, before, 'cancelled', 'ended'],
  ['unpaired', before, before, null, 'ended'],
] as const)('%s', (_, codeExpiresAt, pairedAt, status, expected) => {
  expect(roomDisplayState({ codeExpiresAt, pairedAt, session: status && { status } }, now)).toBe(expected)
})

test('codes have no characters that look alike, and are accepted in every spelling', () => {
  const codes = Array.from({ length: 500 }, createPairingCode)
  expect(codes.join('')).not.toMatch(/[01IOL]/)
  for (const code of codes) expect(pairingCode.parse(code)).toBe(code)
  expect(pairingCode.parse(' kx4-9tm ')).toBe('KX49TM')
  expect(pairingCode.safeParse('KX49T').success).toBe(false)
  expect(pairingCode.safeParse('KX49T0').success).toBe(false)
})
