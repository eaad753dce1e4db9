/** Waits until all of it is done or has failed: one that fails does not hold up the others. @throws the first fault */
export async function allSettledOrThrow(work: Promise<unknown>[]): Promise<void> {
  throwFirstError(await Promise.allSettled(work))
}

/** @throws the first fault among the outcomes */
export function throwFirstError(outcomes: PromiseSettledResult<unknown>[]): void {
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}
