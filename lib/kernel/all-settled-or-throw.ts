/** Waits until all promises have settled: a failure does not interrupt the others. @throws the first error */
export async function allSettledOrThrow(work: Promise<unknown>[]): Promise<void> {
  throwFirstError(await Promise.allSettled(work))
}

/** @throws the first error among the outcomes */
export function throwFirstError(outcomes: PromiseSettledResult<unknown>[]): void {
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}
