import type { SessionDetail } from '#lib/sessions/api.ts'

/** Why somebody is no longer, or never came to be, inside. */
export type Ending =
  | 'ended'
  | 'cancelled'
  | 'removed'
  | 'not_yours'
  | 'elsewhere'
  | 'left'
  | 'signed-out'
  | 'account-erased'
  | 'account-disabled'
  | 'unloadable'

/** Who does not answer: our own server, or the classroom's. */
export type Trouble = 'server' | 'classroom'

export type Entry =
  | { at: 'preview' }
  | { at: 'waiting' }
  | { at: 'entering'; trouble: Trouble | null }
  | { at: 'inside' }
  /** `by`: the connection mends itself, or we make a new one. */
  | { at: 'returning'; by: 'connection' | 'us'; trouble: Trouble | null }
  /** `waited`: the viewer was waiting to be let in, and waits again once the place is given back. */
  | { at: 'over'; because: Ending; waited?: true }

/** Cut off, and on the way back. */
export type Returning = Extract<Entry, { at: 'returning' }>

/** What the session says about going in. */
export type Door =
  | 'open'
  | 'not_started'
  | 'not_admitted'
  | Extract<Ending, 'ended' | 'cancelled' | 'removed' | 'not_yours'>

export type EntryEvent =
  | { kind: 'join'; door: Door }
  | { kind: 'check-devices' }
  | { kind: 'door'; door: Door }
  | { kind: 'connected' }
  | { kind: 'lost'; by: 'connection' | 'us' }
  | { kind: 'trouble'; trouble: Trouble }
  | { kind: 'out'; because: Ending }

/** A session that is over says so to everybody, also to who was removed from it. */
export function doorOf(session: Pick<SessionDetail, 'status' | 'joinRefusal'>): Door {
  if (session.status === 'completed') return 'ended'
  if (session.status === 'cancelled') return 'cancelled'
  switch (session.joinRefusal) {
    case undefined:
      return 'open'
    case 'completed':
      return 'ended'
    default:
      return session.joinRefusal
  }
}

/** Where one is after the event; the same object where nothing changes. */
export function nextEntry(entry: Entry, event: EntryEvent): Entry {
  switch (event.kind) {
    case 'join':
      return entry.at === 'preview' || entry.at === 'over' ? through(event.door) : entry
    case 'check-devices':
      return entry.at === 'waiting' || entry.at === 'over' ? { at: 'preview' } : entry
    case 'door':
      return atTheDoor(entry, event.door)
    case 'connected':
      return entry.at === 'entering' || entry.at === 'returning' ? { at: 'inside' } : entry
    case 'lost':
      return afterLoss(entry, event.by)
    case 'trouble':
      return afterTrouble(entry, event.trouble)
    case 'out':
      return entry.at === 'over' ? entry : over(entry, event.because)
  }
}

function through(door: Door): Entry {
  if (door === 'open') return { at: 'entering', trouble: null }
  return mayEnter(door) ? { at: 'waiting' } : { at: 'over', because: door }
}

function atTheDoor(entry: Entry, door: Door): Entry {
  if (entry.at === 'over' && entry.because === 'not_yours' && mayEnter(door))
    return entry.waited ? through(door) : { at: 'preview' }
  if (door === 'open') return entry.at === 'waiting' ? through(door) : entry
  if (door === 'not_started' || door === 'not_admitted')
    return entry.at === 'entering' ? through(door) : entry
  if (entry.at === 'over' && entry.because === door) return entry
  return over(entry, door)
}

function over(entry: Entry, because: Ending): Entry {
  const waited = entry.at === 'waiting' && because === 'not_yours'
  return waited ? { at: 'over', because, waited } : { at: 'over', because }
}

/** Now, or once the trainer says so. */
function mayEnter(door: Door): door is 'open' | 'not_started' | 'not_admitted' {
  return door === 'open' || door === 'not_started' || door === 'not_admitted'
}

function afterLoss(entry: Entry, by: 'connection' | 'us'): Entry {
  if (entry.at === 'inside') return { at: 'returning', by, trouble: null }
  // A connection that gave up is made anew by us, never the other way round.
  if (entry.at === 'returning' && entry.by === 'connection' && by === 'us') return { ...entry, by }
  return entry
}

function afterTrouble(entry: Entry, trouble: Trouble): Entry {
  if (entry.at !== 'entering' && entry.at !== 'returning') return entry
  return entry.trouble === trouble ? entry : { ...entry, trouble }
}
