import { parseJson } from '#lib/kernel/parse-json.ts'
import { pageEventSchema } from './page-event.generated.ts'
import type { PageEvent } from './page-event.ts'

/** An event of the stream. null if a page that has been open since before a release cannot read it. */
export function parsePageEvent(data: string): PageEvent | null {
  return parseJson<PageEvent>(pageEventSchema, data)
}
