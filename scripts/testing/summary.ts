import * as z from 'zod'
import { seconds } from '#scripts/running/run-step.ts'
import { readJson } from './read-json.ts'

export type Counts = { passed: number; failed: number }

export type Line = Counts & { name: string; took: number }

/** One line per part, and one for the total. */
export function summarise(lines: Line[]): string {
  const parts = lines.map(({ name, passed, failed, took }) => {
    const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`
    return `${failed > 0 ? '✗' : '✓'} ${name}: ${counts} (${seconds(took)})`
  })
  const passed = lines.reduce((sum, line) => sum + line.passed, 0)
  const failed = lines.reduce((sum, line) => sum + line.failed, 0)
  return [...parts, `${passed} passed, ${failed} failed`].join('\n')
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
})

/** Vitest's counts; a file that cannot be loaded, or a run without a report, counts as one failure. */
export function countVitest(report: string, code: number): Counts {
  const parsed = vitestReport.safeParse(readJson(report))
  if (!parsed.success) return { passed: 0, failed: 1 }
  const { numPassedTests: passed, numFailedTests: failed } = parsed.data
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed }
}

/** Playwright's counts, by the same rules. */
export function countPlaywright(report: string, code: number): Counts {
  const parsed = playwrightReport.safeParse(readJson(report))
  if (!parsed.success) return { passed: 0, failed: 1 }
  const { stats, errors } = parsed.data
  const failed = stats.unexpected + stats.flaky + errors.length
  return { passed: stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed }
}
