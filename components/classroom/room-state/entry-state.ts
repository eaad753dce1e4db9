import type { SessionDetail } from '#lib/sessions/api.ts'

/** Why the viewer is no longer in the room, or could not enter it. */
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

/** The service that does not answer: our server, or the classroom (LiveKit). */
export type UnreachableService = 'server' | 'classroom'

export type EntryState =
  | { phase: 'preview' }
  | { phase: 'waiting' }
  | { phase: 'entering'; unreachable: UnreachableService | null }
  | { phase: 'inside' }
  /** `method`: livekit-client resumes the connection, or we rejoin with a new connection. */
  | { phase: 'reconnecting'; method: 'resume' | 'rejoin'; unreachable: UnreachableService | null }
  /** `wasWaiting`: the viewer was waiting to be admitted, and waits again once the seat is given back. */
  | { phase: 'ended'; reason: EndReason; wasWaiting?: true }

/** Disconnected and reconnecting. */
export type Reconnecting = Extract<EntryState, { phase: 'reconnecting' }>

/** Whether the session may be entered, or why not. */
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

/** An ended session is `ended` for everyone, including removed participants. */
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

/** The state after the event; the same object if nothing changes. */
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

/** Whether the session may be entered now, or after the trainer starts it or admits the viewer. */
function isOpenOrPending(status: EntryStatus): status is 'open' | 'not_started' | 'not_admitted' {
  return status === 'open' || status === 'not_started' || status === 'not_admitted'
}

function afterDisconnect(entry: EntryState, method: 'resume' | 'rejoin'): EntryState {
  if (entry.phase === 'inside') return { phase: 'reconnecting', method, unreachable: null }
  // `resume` may become `rejoin`, never the reverse.
  if (entry.phase === 'reconnecting' && entry.method === 'resume' && method === 'rejoin')
    return { ...entry, method }
  return entry
}

function afterUnreachable(entry: EntryState, service: UnreachableService): EntryState {
  if (entry.phase !== 'entering' && entry.phase !== 'reconnecting') return entry
  return entry.unreachable === service ? entry : { ...entry, unreachable: service }
}
