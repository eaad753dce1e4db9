import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlaywrightReport, readVitestReport } from './test-reports.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'test-reports-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function written(report: unknown): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(report))
  return path
}

test('vitest: each test with the first line of its error', () => {
  const assertionResults = [
    {
      fullName: 'seats are counted',
      status: 'failed',
      failureMessages: ['expected 2 to be 1\n  at seats.ts'],
    },
    { fullName: 'seats are freed', status: 'passed', failureMessages: [] },
    { fullName: 'seats are sorted', status: 'pending' },
  ]
  expect(readVitestReport(written({ testResults: [{ name: 'seats.test.ts', assertionResults }] }))).toEqual([
    { name: 'seats are counted', outcome: 'failed', fault: 'expected 2 to be 1' },
    { name: 'seats are freed', outcome: 'passed', fault: '' },
    { name: 'seats are sorted', outcome: 'skipped', fault: '' },
  ])
})

test('Playwright: the tests of all suites', () => {
  const spec = (title: string, message?: string) => ({
    title,
    ok: !message,
    tests: [{ results: [message ? { error: { message } } : {}] }],
  })
  const suites = [
    { specs: [spec('Noor enters')], suites: [{ specs: [spec('Noor leaves', 'still inside\nat 3')] }] },
  ]
  expect(readPlaywrightReport(written({ suites }))).toEqual([
    { name: 'Noor enters', outcome: 'passed', fault: '' },
    { name: 'Noor leaves', outcome: 'failed', fault: 'still inside' },
  ])
})

test('a missing or invalid report has no tests', () => {
  expect(readVitestReport(join(folder, 'missing.json'))).toEqual([])
  expect(readPlaywrightReport(written({ nothing: true }))).toEqual([])
})
