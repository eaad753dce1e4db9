/** Runs `work` for each item, at most `limit` at a time. Returns the outcomes in the order of the items. */
export async function allSettledWithLimit<T, R>(
  limit: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<PromiseSettledResult<R>[]> {
  const outcomes: PromiseSettledResult<R>[] = []
  const waiting = items.entries()
  async function runNext(): Promise<void> {
    for (const [index, item] of waiting) {
      const [outcome] = await Promise.allSettled([work(item)])
      outcomes[index] = outcome
    }
  }
  await Promise.all(Array.from({ length: limit }, runNext))
  return outcomes
}
