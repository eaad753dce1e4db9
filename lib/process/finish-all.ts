/** Waits until all of it is done or has failed: one that fails does not hold up the others. @throws the first fault */
export async function finishAll(work: Promise<unknown>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work))
    if (outcome.status === 'rejected') throw outcome.reason
}
