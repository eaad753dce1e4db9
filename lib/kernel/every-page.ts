import type { Page } from './page.ts'

const MOST_PAGES = 50
const A_PAGE = 100

type Read<T> = (asked: { cursor: string | undefined; limit: number }) => Promise<Page<T>>

/** The pages of a list, one after the other, as they are asked for. */
export async function* eachPage<T>(read: Read<T>, limit = A_PAGE): AsyncGenerator<T[]> {
  let cursor: string | null | undefined
  do {
    const page: Page<T> = await read({ cursor: cursor ?? undefined, limit })
    yield page.items
    cursor = page.nextCursor
  } while (cursor !== null)
}

/** A whole list; for lists that a person looks at in one piece, so 50 pages at most. */
export async function everyPage<T>(read: Read<T>): Promise<T[]> {
  const items: T[] = []
  let pages = 0
  for await (const page of eachPage(read)) {
    items.push(...page)
    pages += 1
    if (pages === MOST_PAGES) break
  }
  return items
}
