import {
  type EndReason,
  entryStatusOf,
  type UnreachableService,
} from '#components/classroom/room-state/entry-state.ts'
import { retryDelay } from '#components/classroom/ui/retry-delay.ts'
import { ApiFailure } from '#lib/api/client.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'

/** Dependencies, so that tests control clock and network. */
export type Deps = {
  readSession(): Promise<SessionDetail>
  /** A prepared token if there is one, or a fresh token. */
  getToken(kind: 'prepared' | 'fresh'): Promise<RoomToken>
  connect(token: RoomToken): Promise<void>
  pause(milliseconds: number, signal: AbortSignal): Promise<void>
  random(): number
}

export type EntryAttempt = {
  signal: AbortSignal
  /** Number of failed attempts before; a connection that breaks soon counts as failed. */
  previousFailures: number
  /** Read the session before the attempt, because the participant was removed. */
  readsSessionFirst: boolean
  mayUsePreparedToken: boolean
  onUnreachable(service: UnreachableService): void
}

export type EntryResult =
  | { kind: 'inside' }
  | { kind: 'session'; session: SessionDetail }
  | { kind: 'ended'; reason: EndReason }
  | { kind: 'aborted' }

/**
 * Enters the room; retries as long as the session may be entered, each time with a fresh token (the first attempt may
 * use the prepared token). A refusal of the API ends the attempts; a missing answer does not. `aborted` after an abort.
 */
export async function enterRoom(deps: Deps, attempt: EntryAttempt): Promise<EntryResult> {
  for (let tried = 0; !attempt.signal.aborted; tried += 1) {
    const delay = retryDelay(attempt.previousFailures + tried, deps.random())
    if (delay > 0) await deps.pause(delay, attempt.signal)
    if (attempt.signal.aborted) break
    const outcome = await attemptEntry(deps, {
      signal: attempt.signal,
      readsSessionFirst: attempt.readsSessionFirst && tried === 0,
      token: attempt.mayUsePreparedToken && tried === 0 ? 'prepared' : 'fresh',
    })
    if (attempt.signal.aborted) break
    if (outcome.kind !== 'unreachable') return outcome
    attempt.onUnreachable(outcome.service)
  }
  return { kind: 'aborted' }
}

type AttemptOutcome = EntryResult | { kind: 'unreachable'; service: UnreachableService }

type AttemptOptions = { signal: AbortSignal; readsSessionFirst: boolean; token: 'prepared' | 'fresh' }

async function attemptEntry(deps: Deps, options: AttemptOptions): Promise<AttemptOutcome> {
  if (options.readsSessionFirst) {
    const outcome = await checkSession(deps)
    if (outcome) return outcome
  }
  let token: RoomToken
  try {
    token = await deps.getToken(options.token)
  } catch (error) {
    return isApiRefusal(error) ? ((await checkSession(deps)) ?? serverUnreachable) : serverUnreachable
  }
  if (options.signal.aborted) return { kind: 'aborted' }
  try {
    await deps.connect(token)
    return { kind: 'inside' }
  } catch {
    return { kind: 'unreachable', service: 'classroom' }
  }
}

const serverUnreachable: AttemptOutcome = { kind: 'unreachable', service: 'server' }

/** Why the session may not be entered, or null if it may. */
async function checkSession(deps: Deps): Promise<AttemptOutcome | null> {
  try {
    const session = await deps.readSession()
    return entryStatusOf(session) === 'open' ? null : { kind: 'session', session }
  } catch (error) {
    if (!isApiRefusal(error)) return serverUnreachable
    return { kind: 'ended', reason: endReasonOf(error) }
  }
}

/** The end reason for a refused read of the session. */
export function endReasonOf({ status, error: { account } }: ApiFailure): EndReason {
  if (status !== 401) return 'not_yours'
  return account ? `account_${account}` : 'signed_out'
}

/** Whether the API refused, as opposed to no answer or "try later". */
export function isApiRefusal(error: unknown): error is ApiFailure {
  return error instanceof ApiFailure && [400, 401, 403, 404].includes(error.status)
}
