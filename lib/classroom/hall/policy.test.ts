import { expect, test } from 'vitest'
import { createCode, hallCode } from './code.ts'
import { hallStanding } from './policy.ts'

const now = new Date('2027-03-01T18:00:00Z')
const soon = new Date('2027-03-01T18:01:00Z')
const before = new Date('2027-03-01T17:59:00Z')

test.each([
  ['a code that can be used', soon, null, null, 'waits'],
  ['a code that ran out', before, null, null, 'expired'],
  ['paired, the class runs', before, before, 'in_progress', 'in-class'],
  ['paired, the class is over', before, before, 'completed', 'over'],
  ['paired, the class was cancelled', before, before, 'cancelled', 'over'],
  ['unpaired', before, before, null, 'over'],
] as const)('%s', (_, codeExpiresAt, pairedAt, status, expected) => {
  expect(hallStanding({ codeExpiresAt, pairedAt, session: status && { status } }, now)).toBe(expected)
})

test('codes have no signs that look alike, and are understood however they are typed', () => {
  const codes = Array.from({ length: 500 }, createCode)
  expect(codes.join('')).not.toMatch(/[01IOL]/)
  for (const code of codes) expect(hallCode.parse(code)).toBe(code)
  expect(hallCode.parse(' kx4-9tm ')).toBe('KX49TM')
  expect(hallCode.safeParse('KX49T').success).toBe(false)
  expect(hallCode.safeParse('KX49T0').success).toBe(false)
})
