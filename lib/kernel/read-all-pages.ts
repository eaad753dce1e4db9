import type { Page } from './page.ts'

const MAX_PAGES = 50
const PAGE_SIZE = 100

type ReadPage<T> = (query: { cursor: string | undefined; limit: number }) => Promise<Page<T>>

/** The pages of a list, read one after the other on demand. */
export async function* iteratePages<T>(read: ReadPage<T>, limit = PAGE_SIZE): AsyncGenerator<T[]> {
  let cursor: string | null | undefined
  do {
    const page: Page<T> = await read({ cursor: cursor ?? undefined, limit })
    yield page.items
    cursor = page.nextCursor
  } while (cursor !== null)
}

/** A whole list, for lists shown in one piece; at most 50 pages. */
export async function readAllPages<T>(read: ReadPage<T>): Promise<T[]> {
  const items: T[] = []
  let pages = 0
  for await (const page of iteratePages(read)) {
    items.push(...page)
    pages += 1
    if (pages === MAX_PAGES) break
  }
  return items
}
