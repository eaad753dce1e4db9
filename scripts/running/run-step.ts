import { ExpectedError } from './expected-error.ts'

/**
 * Runs one step and prints its label and duration: `✓ Database ready (1.2 s)`.
 * @param label the text, or a function from the work's result to the text
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
 * Runs a whole script and exits the process with its code: an expected error prints one sentence, an unexpected one
 * its stack. Open handles of libraries do not keep the process alive.
 */
export async function runScript(script: () => Promise<number>): Promise<never> {
  try {
    process.exit(await script())
  } catch (error) {
    console.error(error instanceof ExpectedError ? `✗ ${error.message}` : error)
    process.exit(1)
  }
}
