import { ApiFailure } from '#components/classroom/api/api-client.ts'
import { retryDelay } from '#components/classroom/ui/retry-delay.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { doorOf, type Ending, type Trouble } from './entry-state.ts'

/** The ways to the outside, so that tests can hold clock and network. */
export type Ways = {
  readSession(): Promise<SessionDetail>
  /** A token that may have been made ready, or one asked for now. */
  token(how: 'ready' | 'fresh'): Promise<RoomToken>
  connect(token: RoomToken): Promise<void>
  pause(milliseconds: number, signal: AbortSignal): Promise<void>
  random(): number
}

export type EntryAttempt = {
  signal: AbortSignal
  /** How many attempts failed before; a connection that breaks at once goes on counting. */
  failedBefore: number
  /** Read the session before trying, because we were put out. */
  asksFirst: boolean
  mayUseReadyToken: boolean
  onTrouble(trouble: Trouble): void
}

export type Arrival =
  | { kind: 'inside' }
  | { kind: 'session'; session: SessionDetail }
  | { kind: 'out'; because: Ending }
  | { kind: 'given-up' }

/**
 * Goes in, and tries for as long as the session may be entered: each try with a fresh token, the first perhaps
 * with the one made ready. What the API says ends it, silence never does. Answers `given-up` once aborted.
 */
export async function enterRoom(ways: Ways, attempt: EntryAttempt): Promise<Arrival> {
  for (let tried = 0; !attempt.signal.aborted; tried += 1) {
    const delay = retryDelay(attempt.failedBefore + tried, ways.random())
    if (delay > 0) await ways.pause(delay, attempt.signal)
    if (attempt.signal.aborted) break
    const outcome = await tryOnce(ways, {
      signal: attempt.signal,
      asksFirst: attempt.asksFirst && tried === 0,
      token: attempt.mayUseReadyToken && tried === 0 ? 'ready' : 'fresh',
    })
    if (attempt.signal.aborted) break
    if (outcome.kind !== 'trouble') return outcome
    attempt.onTrouble(outcome.trouble)
  }
  return { kind: 'given-up' }
}

type Outcome = Arrival | { kind: 'trouble'; trouble: Trouble }

type Try = { signal: AbortSignal; asksFirst: boolean; token: 'ready' | 'fresh' }

async function tryOnce(ways: Ways, how: Try): Promise<Outcome> {
  if (how.asksFirst) {
    const answer = await ask(ways)
    if (answer) return answer
  }
  let token: RoomToken
  try {
    token = await ways.token(how.token)
  } catch (error) {
    return isRefusal(error) ? ((await ask(ways)) ?? serverTrouble) : serverTrouble
  }
  if (how.signal.aborted) return { kind: 'given-up' }
  try {
    await ways.connect(token)
    return { kind: 'inside' }
  } catch {
    return { kind: 'trouble', trouble: 'classroom' }
  }
}

const serverTrouble: Outcome = { kind: 'trouble', trouble: 'server' }

/** What the session says against going in; null where it says nothing. */
async function ask(ways: Ways): Promise<Outcome | null> {
  try {
    const session = await ways.readSession()
    return doorOf(session) === 'open' ? null : { kind: 'session', session }
  } catch (error) {
    if (!isRefusal(error)) return serverTrouble
    return { kind: 'out', because: endingOf(error) }
  }
}

/** The ending that a refused reading of the session means. */
export function endingOf({ status, account }: ApiFailure): Ending {
  if (status !== 401) return 'not_yours'
  return account ? `account-${account}` : 'signed-out'
}

/** Whether the API answered and said no, rather than not at all or "later". */
export function isRefusal(error: unknown): error is ApiFailure {
  return error instanceof ApiFailure && [400, 401, 403, 404].includes(error.status)
}
