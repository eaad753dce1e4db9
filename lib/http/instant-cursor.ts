import { z } from 'zod'
import { instant } from './fields.ts'
import { Refusal } from './refusal.ts'

/** A place in a list that is sorted by an instant, and by id within one. */
type Place = { at: Date; id: string }

const place = z.tuple([instant, z.uuid()])

function parse(cursor: string) {
  return place.safeParse(cursor.split('_'))
}

/** The cursor of a place: the list goes on behind it. */
export function instantCursor({ at, id }: Place): string {
  return `${at.toISOString()}_${id}`
}

export function isInstantCursor(cursor: string): boolean {
  return parse(cursor).success
}

/** The place of a cursor. @throws Refusal `invalid` where it is none */
export function readInstantCursor(cursor: string): Place {
  const parsed = parse(cursor)
  if (!parsed.success) throw new Refusal('invalid', 'malformed', { fields: { cursor: 'notAnId' } })
  const [at, id] = parsed.data
  return { at, id }
}
