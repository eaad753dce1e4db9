import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countPlaywright, countVitest, summarise } from './summary.ts'

test('the last line has the totals', () => {
  const lines = [
    { name: 'Types', passed: 1, failed: 0, took: 900 },
    { name: 'Unit', passed: 12, failed: 2, took: 3100 },
  ]
  expect(summarise(lines)).toBe(
    '✓ Types: 1 passed (0.9 s)\n✗ Unit: 12 passed, 2 failed (3.1 s)\n13 passed, 2 failed',
  )
})

test('a run that failed without a failed test counts as one failure', () => {
  const report = save({ numPassedTests: 3, numFailedTests: 0, success: false })
  expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1 })
  expect(countVitest(report, 0)).toEqual({ passed: 3, failed: 0 })
  expect(countVitest('/nowhere', 1)).toEqual({ passed: 0, failed: 1 })
})

test('a flaky end-to-end test counts as failed', () => {
  const report = save({ stats: { expected: 4, unexpected: 1, flaky: 1 }, errors: [] })
  expect(countPlaywright(report, 1)).toEqual({ passed: 4, failed: 2 })
})

function save(report: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report))
  return join(folder, 'report.json')
}
