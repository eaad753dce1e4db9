import type { Page } from './page.ts'

const MOST_PAGES = 50

/** A whole list, page after page; for lists that a person looks at in one piece, so 50 pages at most. */
export async function everyPage<T>(read: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await read(cursor)
    items.push(...page.items)
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  return items
}
