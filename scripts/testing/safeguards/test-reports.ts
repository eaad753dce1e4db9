import { stripVTControlCharacters } from 'node:util'
import * as z from 'zod'
import { readJson } from '#scripts/testing/read-json.ts'

/** A test's full name and outcome, and the first line of its error. */
export type TestResult = { name: string; outcome: 'passed' | 'failed' | 'skipped'; fault: string }

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

const playwrightSuite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      ok: z.boolean(),
      tests: z.array(
        z.object({
          results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
        }),
      ),
    }),
  ),
  get suites() {
    return z.array(playwrightSuite).optional()
  },
})
type PlaywrightSuite = z.output<typeof playwrightSuite>

/** The tests of vitest's report, or none if there is no report. */
export function readVitestReport(path: string): TestResult[] {
  const report = vitestReport.safeParse(readJson(path))
  return (report.data?.testResults ?? []).flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      name: fullName,
      outcome: status === 'passed' || status === 'failed' ? status : ('skipped' as const),
      fault: firstLine(failureMessages?.[0]),
    })),
  )
}

/** The tests of Playwright's report, or none if there is no report. */
export function readPlaywrightReport(path: string): TestResult[] {
  const report = z.object({ suites: z.array(playwrightSuite) }).safeParse(readJson(path))
  return (report.data?.suites ?? []).flatMap(testsOf)
}

function testsOf({ specs, suites = [] }: PlaywrightSuite): TestResult[] {
  const own = specs.map(({ title, ok, tests }) => ({
    name: title,
    outcome: ok ? ('passed' as const) : ('failed' as const),
    fault: firstLine(tests[0]?.results[0]?.error?.message),
  }))
  return [...own, ...suites.flatMap(testsOf)]
}

function firstLine(message = ''): string {
  return stripVTControlCharacters(message).split('\n', 1)[0] ?? ''
}
