import type { Page } from './page.ts'

const MOST_PAGES = 50

type Read<T> = (cursor: string | undefined) => Promise<Page<T>>

/** The pages of a list, one after the other, as they are asked for. */
export async function* eachPage<T>(read: Read<T>): AsyncGenerator<T[]> {
  let cursor: string | null | undefined
  do {
    const page: Page<T> = await read(cursor ?? undefined)
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
