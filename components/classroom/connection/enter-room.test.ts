import { expect, test } from 'vitest'
import type { UnreachableService } from '#components/classroom/room-state/entry-state.ts'
import { ApiFailure } from '#lib/api/client.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { type Deps, enterRoom } from './enter-room.ts'

type Answer = 'ok' | number
const token = { token: 't', url: 'ws://here', roomName: 'session-1' }

/** Fake dependencies: each call returns the next of its answers, and then repeats the last. */
function world(answers: {
  token?: Answer[]
  connect?: Answer[]
  session?: (Partial<SessionDetail> | number)[]
}) {
  const log: string[] = []
  const next = <T>(list: T[]): T | undefined => (list.length > 1 ? list.shift() : list[0])
  const ways: Deps = {
    async getToken(how) {
      const answer = next<Answer>(answers.token ?? ['ok'])
      log.push(`${how} token`)
      if (typeof answer === 'number') throw new ApiFailure(answer, '')
      return token
    },
    async connect() {
      log.push('connect')
      if (next<Answer>(answers.connect ?? ['ok']) !== 'ok') throw new Error('no way through')
    },
    async readSession() {
      log.push('session')
      const answer = next(answers.session ?? [{ status: 'in_progress' }])
      if (typeof answer === 'number') throw new ApiFailure(answer, '')
      return answer as SessionDetail
    },
    async pause(milliseconds) {
      log.push(`${milliseconds / 1000} s`)
    },
    random: () => 0,
  }
  const troubles: UnreachableService[] = []
  const stop = new AbortController()
  const go = (how: { readsSessionFirst?: boolean; ready?: boolean; previousFailures?: number } = {}) =>
    enterRoom(ways, {
      signal: stop.signal,
      previousFailures: how.previousFailures ?? 0,
      readsSessionFirst: how.readsSessionFirst ?? false,
      mayUsePreparedToken: how.ready ?? false,
      onUnreachable: (trouble) => troubles.push(trouble),
    })
  return { log, troubles, stop, go, ways }
}

test('a first entry requests only the token', async () => {
  const { go, log } = world({})
  expect(await go({ ready: true })).toEqual({ kind: 'inside' })
  expect(log).toEqual(['prepared token', 'connect'])
})

test('while LiveKit is unreachable, it retries up to 10 s apart with a fresh token each time', async () => {
  const { go, log, troubles } = world({ connect: [1, 1, 1, 1, 1, 1, 'ok'] })
  expect(await go({ ready: true })).toEqual({ kind: 'inside' })
  expect(log.filter((line) => line.endsWith(' s'))).toEqual(['1 s', '2 s', '4 s', '8 s', '10 s', '10 s'])
  expect(log.filter((line) => line.endsWith('token'))).toEqual([
    'prepared token',
    ...Array(6).fill('fresh token'),
  ])
  expect(troubles).toContain('classroom')
})

test('while our server is unreachable, it keeps retrying', async () => {
  const { go, troubles } = world({ token: [0, 503, 502, 'ok'] })
  expect(await go()).toEqual({ kind: 'inside' })
  expect(troubles).toEqual(['server', 'server', 'server'])
})

test.each<[string, Answer, Partial<SessionDetail> | number, unknown]>([
  [
    'the session has ended',
    400,
    { status: 'completed' },
    { kind: 'session', session: { status: 'completed' } },
  ],
  [
    'the user was removed',
    403,
    { status: 'in_progress', joinRefusal: 'removed' },
    { kind: 'session', session: { status: 'in_progress', joinRefusal: 'removed' } },
  ],
  ['the seat is gone', 403, 403, { kind: 'ended', reason: 'not_yours' }],
  ['the session is gone', 404, 404, { kind: 'ended', reason: 'not_yours' }],
  ['the user is signed out', 401, 401, { kind: 'ended', reason: 'signed_out' }],
])('%s: entry stops with the reason', async (_what, tokenAnswer, sessionAnswer, arrival) => {
  const { go } = world({ token: [tokenAnswer], session: [sessionAnswer] })
  expect(await go()).toEqual(arrival)
})

test.each(['erased', 'disabled'] as const)('users see that their account was %s', async (account) => {
  const { go, ways } = world({})
  ways.readSession = async () => {
    throw new ApiFailure(401, '', { account })
  }
  expect(await go({ readsSessionFirst: true })).toEqual({ kind: 'ended', reason: `account_${account}` })
})

test('a removed participant whom the session still allows re-enters', async () => {
  const { go, log } = world({})
  expect(await go({ readsSessionFirst: true })).toEqual({ kind: 'inside' })
  expect(log).toEqual(['session', 'fresh token', 'connect'])
})

test('a participant removed because the class ended does not try again', async () => {
  const { go, log } = world({ session: [{ status: 'completed' }] })
  expect(await go({ readsSessionFirst: true })).toMatchObject({ kind: 'session' })
  expect(log).toEqual(['session'])
})

test('a token refused for an open session is requested again', async () => {
  const { go, log } = world({ token: [403, 'ok'], session: [{ status: 'in_progress' }] })
  expect(await go()).toEqual({ kind: 'inside' })
  expect(log).toEqual(['fresh token', 'session', '1 s', 'fresh token', 'connect'])
})

test('the delay grows with each previous failure', async () => {
  const { go, log } = world({})
  await go({ previousFailures: 3 })
  expect(log[0]).toBe('4 s')
})

test('leaving stops the retries', async () => {
  const { go, stop, ways } = world({ connect: [1] })
  ways.pause = async () => stop.abort()
  expect(await go()).toEqual({ kind: 'aborted' })
})

test('a user who leaves while the token is requested does not enter', async () => {
  const { go, stop, ways, log } = world({})
  ways.getToken = async () => {
    stop.abort()
    return token
  }
  expect(await go()).toEqual({ kind: 'aborted' })
  expect(log).toEqual([])
})
