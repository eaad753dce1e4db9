import { expect, test } from 'vitest'
import { evaluate } from './check-safeguard.ts'
import type { TestResult } from './test-reports.ts'

const safeguard = {
  rule: 'A full session takes nobody.',
  file: 'lib/sessions/seats.ts',
  text: 'if (isFull) ',
  becomes: '',
  test: { file: 'lib/sessions/seats.test.ts', name: 'a full session' },
}

const result = (name: string, outcome: TestResult['outcome']): TestResult => ({ name, outcome, fault: 'why' })

test.each<[string, TestResult[], string]>([
  ['fails', [result('seats: a full session takes nobody', 'failed')], 'noticed'],
  [
    'fails for one of its rows',
    [result('a full session, online', 'passed'), result('a full session, room', 'failed')],
    'noticed',
  ],
  ['passes', [result('seats: a full session takes nobody', 'passed')], 'unnoticed'],
  [
    'passes beside another one that fails',
    [result('a full session', 'passed'), result('an empty one', 'failed')],
    'unnoticed',
  ],
  ['is skipped', [result('a full session', 'skipped')], 'test-not-run'],
  ['is not there, as where the file does not load', [], 'test-not-run'],
])('a test that %s', (_, results, verdict) => {
  expect(evaluate(safeguard, results).kind).toBe(verdict)
})
