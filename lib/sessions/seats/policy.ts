import type { ClassMode, SeatKind } from '#lib/kernel/enums.ts'

/** A student with the kind of seat that they request or get. */
export type SeatRequest = { studentId: string; kind: SeatKind }

/** The seats of a session, online and in person, and how many are taken. */
export type SeatCapacity = {
  mode: ClassMode
  capacity: number
  seatsTaken: number
  inPersonCapacity: number
  inPersonSeatsTaken: number
}

/** The default seat kind of a class's students. */
export function usualSeatKind({
  mode,
  inPersonCapacity,
}: Pick<SeatCapacity, 'mode' | 'inPersonCapacity'>): SeatKind {
  return mode === 'OFFLINE' && inPersonCapacity > 0 ? 'in_person' : 'online'
}

/** Free seats of each kind. */
export function countFreeSeats(capacity: Omit<SeatCapacity, 'mode'>): Record<SeatKind, number> {
  return {
    online: Math.max(capacity.capacity - capacity.seatsTaken, 0),
    in_person: Math.max(capacity.inPersonCapacity - capacity.inPersonSeatsTaken, 0),
  }
}

/**
 * Assigns seats in the order of the requests; students who do not get the requested kind join its waitlist. If the
 * in-person seats of a HYBRID class are full, the student sits online meanwhile; an online request never gets an
 * in-person seat. Without in-person seats, everyone in the session sits online.
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

/** A student on the waitlist, with the seat that they hold meanwhile. */
export type WaitlistedStudent = SeatRequest & { seat: SeatKind | null }

/** A seat given to a waitlisted student; `staysOnWaitlist`: for the kind that they requested. */
export type Promotion = { studentId: string; from: SeatKind | null; to: SeatKind; staysOnWaitlist: boolean }

/**
 * Gives the free seats to waitlisted students in order. A student who changes kinds frees the other seat for the
 * next, until no waitlisted student can have one.
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

/** A student with a seat moves only to the kind that they are waitlisted for. */
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
  // The session may have lost its in-person seats since the student joined the waitlist.
  const mayBeOnline = mode === 'HYBRID' || inPersonCapacity === 0
  return kind === 'in_person' && mayBeOnline && free.online > 0 ? 'online' : null
}
