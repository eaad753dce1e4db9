import { ExpectedError } from './expected-error.ts'

/**
 * Runs one step and prints what was done and how long it took: `✓ Database ready (1.2 s)`.
 * @param label the line, or the line for what the work returns
 */
export async function runStep<T>(
  label: string | ((result: T) => string),
  work: () => Promise<T> | T,
): Promise<T> {
  const begun = performance.now()
  const result = await work()
  const line = typeof label === 'string' ? label : label(result)
  console.info(`✓ ${line} (${seconds(performance.now() - begun)})`)
  return result
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/**
 * Runs a whole script and ends the process with its code: an expected fault is one sentence, an unexpected one
 * keeps its stack. Nothing that a library left open holds it.
 */
export async function runScript(script: () => Promise<number>): Promise<never> {
  try {
    process.exit(await script())
  } catch (error) {
    console.error(error instanceof ExpectedError ? `✗ ${error.message}` : error)
    process.exit(1)
  }
}
