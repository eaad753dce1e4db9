import type { SessionDetail } from '#lib/sessions/api.ts'

/** Why somebody is no longer, or never came to be, inside. */
export type EndReason =
  | 'ended'
  | 'cancelled'
  | 'removed'
  | 'not_yours'
  | 'elsewhere'
  | 'left'
  | 'signed_out'
  | 'account_erased'
  | 'account_disabled'
  | 'unloadable'

/** Who does not answer: our own server, or the classroom's. */
export type UnreachableService = 'server' | 'classroom'

export type EntryState =
  | { phase: 'preview' }
  | { phase: 'waiting' }
  | { phase: 'entering'; unreachable: UnreachableService | null }
  | { phase: 'inside' }
  /** `by`: the connection mends itself, or we make a new one. */
  | { phase: 'reconnecting'; method: 'resume' | 'rejoin'; unreachable: UnreachableService | null }
  /** `waited`: the viewer was waiting to be let in, and waits again once the place is given back. */
  | { phase: 'ended'; reason: EndReason; wasWaiting?: true }

/** Cut off, and on the way back. */
export type Reconnecting = Extract<EntryState, { phase: 'reconnecting' }>

/** What the session says about going in. */
export type EntryStatus =
  | 'open'
  | 'not_started'
  | 'not_admitted'
  | Extract<EndReason, 'ended' | 'cancelled' | 'removed' | 'not_yours'>

export type EntryEvent =
  | { kind: 'join'; status: EntryStatus }
  | { kind: 'check_devices' }
  | { kind: 'status'; status: EntryStatus }
  | { kind: 'connected' }
  | { kind: 'disconnected'; method: 'resume' | 'rejoin' }
  | { kind: 'unreachable'; service: UnreachableService }
  | { kind: 'ended'; reason: EndReason }

/** A session that is over says so to everybody, also to who was removed from it. */
export function entryStatusOf(session: Pick<SessionDetail, 'status' | 'joinRefusal'>): EntryStatus {
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
export function nextEntryState(entry: EntryState, event: EntryEvent): EntryState {
  switch (event.kind) {
    case 'join':
      return entry.phase === 'preview' || entry.phase === 'ended' ? enterOrWait(event.status) : entry
    case 'check_devices':
      return entry.phase === 'waiting' || entry.phase === 'ended' ? { phase: 'preview' } : entry
    case 'status':
      return afterStatus(entry, event.status)
    case 'connected':
      return entry.phase === 'entering' || entry.phase === 'reconnecting' ? { phase: 'inside' } : entry
    case 'disconnected':
      return afterDisconnect(entry, event.method)
    case 'unreachable':
      return afterUnreachable(entry, event.service)
    case 'ended':
      return entry.phase === 'ended' ? entry : endEntry(entry, event.reason)
  }
}

function enterOrWait(status: EntryStatus): EntryState {
  if (status === 'open') return { phase: 'entering', unreachable: null }
  return isOpenOrPending(status) ? { phase: 'waiting' } : { phase: 'ended', reason: status }
}

function afterStatus(entry: EntryState, status: EntryStatus): EntryState {
  if (entry.phase === 'ended' && entry.reason === 'not_yours' && isOpenOrPending(status))
    return entry.wasWaiting ? enterOrWait(status) : { phase: 'preview' }
  if (status === 'open') return entry.phase === 'waiting' ? enterOrWait(status) : entry
  if (status === 'not_started' || status === 'not_admitted')
    return entry.phase === 'entering' ? enterOrWait(status) : entry
  if (entry.phase === 'ended' && entry.reason === status) return entry
  return endEntry(entry, status)
}

function endEntry(entry: EntryState, reason: EndReason): EntryState {
  const wasWaiting = entry.phase === 'waiting' && reason === 'not_yours'
  return wasWaiting ? { phase: 'ended', reason, wasWaiting } : { phase: 'ended', reason }
}

/** Now, or once the trainer says so. */
function isOpenOrPending(status: EntryStatus): status is 'open' | 'not_started' | 'not_admitted' {
  return status === 'open' || status === 'not_started' || status === 'not_admitted'
}

function afterDisconnect(entry: EntryState, method: 'resume' | 'rejoin'): EntryState {
  if (entry.phase === 'inside') return { phase: 'reconnecting', method, unreachable: null }
  // A connection that gave up is made anew by us, never the other way round.
  if (entry.phase === 'reconnecting' && entry.method === 'resume' && method === 'rejoin')
    return { ...entry, method }
  return entry
}

function afterUnreachable(entry: EntryState, service: UnreachableService): EntryState {
  if (entry.phase !== 'entering' && entry.phase !== 'reconnecting') return entry
  return entry.unreachable === service ? entry : { ...entry, unreachable: service }
}
