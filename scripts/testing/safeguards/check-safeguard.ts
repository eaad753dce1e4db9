import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestServices } from '#scripts/testing/services.ts'
import { kindOf, runTests } from './run-tests.ts'
import type { Safeguard } from './tables/safeguard.ts'
import type { TestResult } from './test-reports.ts'

export type Verdict =
  | { kind: 'noticed'; fault: string }
  | { kind: 'unnoticed' }
  | { kind: 'text-not-found'; times: number }
  | { kind: 'test-not-run' }

/** Removes one safeguard in a copy of the project, runs its test, and restores it. */
export async function checkSafeguard(
  copy: string,
  services: TestServices,
  safeguard: Safeguard,
): Promise<Verdict> {
  const path = join(copy, safeguard.file)
  const source = readFileSync(path, 'utf8')
  const parts = source.split(safeguard.text)
  if (parts.length !== 2) return { kind: 'text-not-found', times: parts.length - 1 }
  writeFileSync(path, parts.join(safeguard.becomes))
  try {
    return evaluate(safeguard, await runTests(copy, services, kindOf(safeguard.test), [safeguard.test]))
  } finally {
    writeFileSync(path, source)
  }
}

/** A test that could not run, for example because the changed file does not load, does not count as noticed. */
export function evaluate({ test }: Safeguard, results: TestResult[]): Verdict {
  const own = results.filter(({ name, outcome }) => name.includes(test.name) && outcome !== 'skipped')
  const failed = own.find(({ outcome }) => outcome === 'failed')
  if (failed) return { kind: 'noticed', fault: failed.fault }
  return { kind: own.length > 0 ? 'unnoticed' : 'test-not-run' }
}
