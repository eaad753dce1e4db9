import { expect, test } from 'vitest'
import type { ConnectionEvent } from '#components/classroom/connection/room-client.ts'
import type { InitialMedia } from '#components/classroom/media/initial-media.ts'
import { ApiFailure } from '#lib/api/client.ts'
import { createDisplayConnection, type DisplayClient } from './display-connection.ts'
import type { StoredDisplay } from './remembered-display.ts'

const token = { token: 'jwt', url: 'ws://livekit', roomName: 'session-1' }
const nothing: InitialMedia = { camera: null, microphone: null, microphoneOn: true }

/** Fake server whose responses the test sets, and time that the test controls. */
function openHall(remembered: StoredDisplay | null = null) {
  let answer: number | 'token' = 409
  /** Response to one secret only. */
  const answersTo = new Map<string, number>()
  let codes = 0
  let kept = remembered
  const waiting: (() => void)[] = []
  const asked: string[] = []
  const connections: { left: boolean; tell: (news: ConnectionEvent) => void }[] = []

  function connect(): DisplayClient {
    const listeners = new Set<(news: ConnectionEvent) => void>()
    const known = {
      left: false,
      tell(news: ConnectionEvent) {
        for (const listener of listeners) listener(news)
      },
    }
    connections.push(known)
    return {
      connect: async () => {},
      publishMedia() {},
      leave: async () => {
        known.left = true
      },
      watch(listener) {
        listeners.add(listener)
        return () => {
          listeners.delete(listener)
        }
      },
    }
  }

  const visit = createDisplayConnection({
    api: {
      requestCode: async () => {
        if (answer === 429) throw new ApiFailure(429, 'too many')
        codes += 1
        return { id: '1', secret: `secret ${codes}`, code: `CODE${codes}`, expiresAt: '' }
      },
      requestToken: async (secret) => {
        asked.push(secret)
        const said = answersTo.get(secret) ?? answer
        if (said === 'token') return token
        throw new ApiFailure(said, 'refused')
      },
      readRoom: () => Promise.reject(new Error('not asked here')),
      unpair: async () => ({}),
    },
    remembered: () => kept,
    remember: (hall) => {
      kept = hall
    },
    createDisplayClient: async () => connect(),
    takeMedia: async () => nothing,
    pauses: { pause: (_, signal) => new Promise((resolve) => waiting.push(resolve) && signal), skip() {} },
  })
  return {
    visit,
    asked,
    connections,
    get kept() {
      return kept
    },
    refuses: (secret: string, status: number) => void answersTo.set(secret, status),
    answers(next: typeof answer) {
      answer = next
    },
    async pass() {
      for (const go of waiting.splice(0)) go()
      await new Promise(setImmediate)
    },
  }
}

test('a room display shows a code until it is paired, then joins automatically', async () => {
  const hall = openHall()
  const stop = hall.visit.start()
  await hall.pass()
  expect(hall.visit.state).toMatchObject({ phase: 'code', code: { code: 'CODE1' } })
  await hall.pass()
  hall.answers('token')
  await hall.pass()
  expect(hall.visit.state.phase).toBe('inside')
  expect(new Set(hall.asked)).toEqual(new Set(['secret 1']))
  stop()
  expect(hall.connections[0]?.left).toBe(true)
})

test('an expired code is replaced by a new one', async () => {
  const hall = openHall({ secret: 'old', code: 'OLD', expiresAt: '' })
  hall.refuses('old', 404)
  hall.visit.start()
  await hall.pass()
  expect(hall.asked[0]).toBe('old')
  expect(hall.visit.state).toMatchObject({ phase: 'code', code: { code: 'CODE1' }, hasEnded: false })
})

test('a reload rejoins with the stored secret', async () => {
  const hall = openHall({ secret: 'old', code: 'OLD', expiresAt: '' })
  hall.answers('token')
  hall.visit.start()
  await hall.pass()
  expect(hall.visit.state.phase).toBe('inside')
  expect(hall.asked).toEqual(['old'])
})

test('after a disconnect it rejoins automatically with the same client, even if our server was unreachable', async () => {
  const hall = openHall()
  hall.answers('token')
  hall.visit.start()
  await hall.pass()
  hall.connections[0]?.tell('reconnecting')
  expect(hall.visit.state.phase).toBe('reconnecting')
  hall.connections[0]?.tell('reconnected')
  expect(hall.visit.state.phase).toBe('inside')
  hall.answers(0)
  hall.connections[0]?.tell('disconnected')
  await hall.pass()
  expect(hall.visit.state).toMatchObject({ phase: 'reconnecting', problem: 'unreachable' })
  hall.answers('token')
  await hall.pass()
  expect(hall.visit.state).toMatchObject({ phase: 'inside', problem: null })
  expect(hall.connections).toHaveLength(1)
})

test('when the class ends it says so, releases its devices and shows a new code', async () => {
  const hall = openHall()
  hall.answers('token')
  hall.visit.start()
  await hall.pass()
  hall.refuses('secret 1', 400)
  hall.answers(409)
  hall.connections[0]?.tell('removed')
  await hall.pass()
  expect(hall.visit.state).toMatchObject({
    phase: 'code',
    code: { code: 'CODE2' },
    hasEnded: true,
    client: null,
  })
  expect(hall.connections[0]?.left).toBe(true)
  expect(hall.kept?.secret).toBe('secret 2')
})

test('two tabs do not remove each other: the first one waits until it is told to take over', async () => {
  const hall = openHall()
  hall.answers('token')
  hall.visit.start()
  await hall.pass()
  hall.connections[0]?.tell('elsewhere')
  await hall.pass()
  await hall.pass()
  expect(hall.visit.state.phase).toBe('elsewhere')
  expect(hall.asked).toHaveLength(1)
  hall.visit.takeOver()
  await hall.pass()
  expect(hall.visit.state.phase).toBe('inside')
})

test('a rate-limited display keeps requesting a code', async () => {
  const hall = openHall()
  hall.answers(429)
  hall.visit.start()
  await hall.pass()
  expect(hall.visit.state).toMatchObject({ code: null, problem: 'rate_limited' })
  hall.answers(409)
  await hall.pass()
  expect(hall.visit.state).toMatchObject({ code: { code: 'CODE1' }, problem: null })
})
