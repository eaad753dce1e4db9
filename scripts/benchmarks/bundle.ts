import type { BenchEnvironment } from '#scripts/benchmarks/measuring/bench-environment.ts'
import { measureBundles } from '#scripts/benchmarks/measuring/measure-bundles.ts'
import { openBrowser } from '#scripts/benchmarks/measuring/open-browser.ts'

/** Compares each page's compressed JavaScript with its limit. */
export default async function run(bench: BenchEnvironment): Promise<boolean> {
  const browser = await openBrowser()
  const measured = await measureBundles(browser, bench)
  await browser.close()
  for (const { name, kilobytes, limit } of measured) {
    console.info(`${name.padEnd(14)} ${kilobytes.toFixed(1).padStart(6)} kB (at most ${limit})`)
  }
  return measured.every(({ kilobytes, limit }) => kilobytes <= limit)
}
