import type { ClassMode, SeatKind } from '#lib/kernel/enums.ts'

/** A student with the kind of place that they want, or have got. */
export type Wish = { studentId: string; kind: SeatKind }

/** The places of a session, online and in the room, and how many of them are taken. */
export type Places = {
  mode: ClassMode
  capacity: number
  seatsTaken: number
  inPersonCapacity: number
  inPersonSeatsTaken: number
}

/** Where the students of a class sit unless they say otherwise. */
export function usualKind({ mode, inPersonCapacity }: Pick<Places, 'mode' | 'inPersonCapacity'>): SeatKind {
  return mode === 'OFFLINE' && inPersonCapacity > 0 ? 'in_person' : 'online'
}

/** How many places of each kind are free. */
export function freePlaces(places: Omit<Places, 'mode'>): Record<SeatKind, number> {
  return {
    online: Math.max(places.capacity - places.seatsTaken, 0),
    in_person: Math.max(places.inPersonCapacity - places.inPersonSeatsTaken, 0),
  }
}

/**
 * Who gets which place, in the order of the wishes, and who stands in line for what they wished. Who wishes for the
 * full room of a HYBRID class sits online meanwhile; who wishes to sit online is never put in the room. In a session
 * without a room everybody sits online.
 */
export function givePlaces(places: Places, wishes: Wish[]): { seated: Wish[]; waiting: Wish[] } {
  const free = freePlaces(places)
  const given: { seated: Wish[]; waiting: Wish[] } = { seated: [], waiting: [] }
  for (const { studentId, ...wish } of wishes) {
    const kind = places.inPersonCapacity > 0 ? wish.kind : 'online'
    if (free[kind] === 0) given.waiting.push({ studentId, kind })
    const found = placeFor(kind, free, places)
    if (!found) continue
    free[found] -= 1
    given.seated.push({ studentId, kind: found })
  }
  return given
}

/** Somebody in line, with the seat that they have until then. */
export type Waiter = Wish & { seat: SeatKind | null }

/** What somebody in line gets; `waits`: they stay in line, for what they really want. */
export type Promotion = { studentId: string; from: SeatKind | null; to: SeatKind; waits: boolean }

/**
 * Who in line gets one of the free places, the first in line first. Whoever changes places frees the other one for
 * the next, until nobody in line can have one.
 */
export function promote(places: Places, line: Waiter[]): Promotion[] {
  const free = freePlaces(places)
  const promoted = new Map<string, Promotion>()
  const waiting = line.map((waiter) => ({ ...waiter }))
  for (;;) {
    const next = waiting.find((waiter) => placeOf(waiter, free, places))
    const to = next && placeOf(next, free, places)
    if (!next || !to) return [...promoted.values()]
    free[to] -= 1
    if (next.seat) free[next.seat] += 1
    const { studentId } = next
    const from = promoted.get(studentId)?.from ?? next.seat
    promoted.set(studentId, { studentId, from, to, waits: to !== next.kind })
    next.seat = to
  }
}

/** Who has a seat moves only to the kind that they wait for. */
function placeOf({ kind, seat }: Waiter, free: Record<SeatKind, number>, places: Places): SeatKind | null {
  if (seat) return seat !== kind && free[kind] > 0 ? kind : null
  return placeFor(kind, free, places)
}

function placeFor(
  kind: SeatKind,
  free: Record<SeatKind, number>,
  { mode, inPersonCapacity }: Places,
): SeatKind | null {
  if (free[kind] > 0) return kind
  // The room may have been taken from the session since the student came into line for it.
  const mayBeOnline = mode === 'HYBRID' || inPersonCapacity === 0
  return kind === 'in_person' && mayBeOnline && free.online > 0 ? 'online' : null
}
