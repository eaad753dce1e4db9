import type { ClassMode, SeatKind } from '#lib/kernel/enums.ts'

/** A student with the kind of place that they want, or have got. */
export type SeatRequest = { studentId: string; kind: SeatKind }

/** The places of a session, online and in the room, and how many of them are taken. */
export type SeatCapacity = {
  mode: ClassMode
  capacity: number
  seatsTaken: number
  inPersonCapacity: number
  inPersonSeatsTaken: number
}

/** Where the students of a class sit unless they say otherwise. */
export function usualSeatKind({
  mode,
  inPersonCapacity,
}: Pick<SeatCapacity, 'mode' | 'inPersonCapacity'>): SeatKind {
  return mode === 'OFFLINE' && inPersonCapacity > 0 ? 'in_person' : 'online'
}

/** How many places of each kind are free. */
export function countFreeSeats(capacity: Omit<SeatCapacity, 'mode'>): Record<SeatKind, number> {
  return {
    online: Math.max(capacity.capacity - capacity.seatsTaken, 0),
    in_person: Math.max(capacity.inPersonCapacity - capacity.inPersonSeatsTaken, 0),
  }
}

/**
 * Who gets which place, in the order of the wishes, and who stands in line for what they wished. Who wishes for the
 * full room of a HYBRID class sits online meanwhile; who wishes to sit online is never put in the room. In a session
 * without a room everybody sits online.
 */
export function assignSeats(
  capacity: SeatCapacity,
  requests: SeatRequest[],
): { seated: SeatRequest[]; waiting: SeatRequest[] } {
  const free = countFreeSeats(capacity)
  const given: { seated: SeatRequest[]; waiting: SeatRequest[] } = { seated: [], waiting: [] }
  for (const { studentId, ...wish } of requests) {
    const kind = capacity.inPersonCapacity > 0 ? wish.kind : 'online'
    if (free[kind] === 0) given.waiting.push({ studentId, kind })
    const found = availableSeatKind(kind, free, capacity)
    if (!found) continue
    free[found] -= 1
    given.seated.push({ studentId, kind: found })
  }
  return given
}

/** Somebody in line, with the seat that they have until then. */
export type WaitlistedStudent = SeatRequest & { seat: SeatKind | null }

/** What somebody in line gets; `waits`: they stay in line, for what they really want. */
export type Promotion = { studentId: string; from: SeatKind | null; to: SeatKind; staysOnWaitlist: boolean }

/**
 * Who in line gets one of the free places, the first in line first. Whoever changes places frees the other one for
 * the next, until nobody in line can have one.
 */
export function promoteStudents(capacity: SeatCapacity, waitlist: WaitlistedStudent[]): Promotion[] {
  const free = countFreeSeats(capacity)
  const promoted = new Map<string, Promotion>()
  const waiting = waitlist.map((waiter) => ({ ...waiter }))
  for (;;) {
    const next = waiting.find((waiter) => promotedSeatKind(waiter, free, capacity))
    const to = next && promotedSeatKind(next, free, capacity)
    if (!next || !to) return [...promoted.values()]
    free[to] -= 1
    if (next.seat) free[next.seat] += 1
    const { studentId } = next
    const from = promoted.get(studentId)?.from ?? next.seat
    promoted.set(studentId, { studentId, from, to, staysOnWaitlist: to !== next.kind })
    next.seat = to
  }
}

/** Who has a seat moves only to the kind that they wait for. */
function promotedSeatKind(
  { kind, seat }: WaitlistedStudent,
  free: Record<SeatKind, number>,
  capacity: SeatCapacity,
): SeatKind | null {
  if (seat) return seat !== kind && free[kind] > 0 ? kind : null
  return availableSeatKind(kind, free, capacity)
}

function availableSeatKind(
  kind: SeatKind,
  free: Record<SeatKind, number>,
  { mode, inPersonCapacity }: SeatCapacity,
): SeatKind | null {
  if (free[kind] > 0) return kind
  // The room may have been taken from the session since the student came into line for it.
  const mayBeOnline = mode === 'HYBRID' || inPersonCapacity === 0
  return kind === 'in_person' && mayBeOnline && free.online > 0 ? 'online' : null
}
