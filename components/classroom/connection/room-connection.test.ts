import { beforeEach, expect, test, vi } from 'vitest'
import type { SessionApi } from '#components/classroom/api/session-api.ts'
import type { InitialMedia } from '#components/classroom/media/initial-media.ts'
import { ApiFailure } from '#lib/api/client.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import type { ConnectionEvent, RoomClient } from './room-client.ts'
import { createRoomConnection } from './room-connection.ts'

const token = { token: 't', url: 'ws://here', roomName: 'session-1' }
const media: InitialMedia = { camera: null, microphone: null, microphoneOn: false }

/** A session that the test changes, an API that answers from it, and a connection that the test breaks. */
function setUp(session: Partial<SessionDetail> = {}) {
  const world = {
    session: { status: 'in_progress', abilities: { canStart: false }, ...session } as SessionDetail,
    clock: 0,
    news: (_news: ConnectionEvent) => {},
  }
  const api = {
    readSession: vi.fn(async () => ({ ...world.session })),
    requestToken: vi.fn(async () => {
      if (world.session.status === 'completed') throw new ApiFailure(400, 'over')
      return token
    }),
    start: vi.fn(async () => ({ ...world.session, status: 'in_progress' as const, joinRefusal: undefined })),
    end: vi.fn(async () => {
      world.session = { ...world.session, status: 'completed' }
      return { ...world.session, joinRefusal: undefined }
    }),
    requestEntry: vi.fn(async () => ({ admitted: false, position: 1, waiting: 1 })),
    remove: vi.fn(async () => ({})),
    readmit: vi.fn(async () => ({})),
  } satisfies SessionApi
  const connection = {
    prepare: vi.fn(),
    connect: vi.fn(async () => {}),
    publishMedia: vi.fn(),
    leave: vi.fn(async () => {}),
    watch: (onNews: (news: ConnectionEvent) => void) => {
      world.news = onNews
      return () => {}
    },
  } satisfies RoomClient
  const loadRoom = vi.fn(async () => ({ createRoomClient: () => connection, RoomScreen: () => null }))
  const takeMedia = vi.fn(async () => media)
  const visit = createRoomConnection({
    session: world.session,
    api,
    loadRoom,
    takeMedia,
    now: () => world.clock,
    random: () => 0,
    pauses: { pause: () => Promise.resolve(), skip() {} },
  })
  const at = () => visit.state.entry
  const goIn = async () => {
    visit.join()
    await vi.waitFor(() => expect(at()).toEqual({ phase: 'inside' }))
    world.clock += MINUTE_MS
  }
  return { world, api, connection, loadRoom, takeMedia, visit, at, goIn }
}

let it: ReturnType<typeof setUp>
beforeEach(() => {
  it = setUp()
})

test('prepare loads code, token and connection before the click, without joining', async () => {
  await it.visit.prepare()
  expect(it.connection.prepare).toHaveBeenCalledWith(token)
  expect(it.connection.connect).not.toHaveBeenCalled()
  await it.goIn()
  expect(it.api.requestToken).toHaveBeenCalledTimes(1)
  expect(it.connection.publishMedia).toHaveBeenCalledWith(media)
})

test('camera and microphone are published after the connection is made, not before', async () => {
  const way = Promise.withResolvers<void>()
  it.connection.connect.mockReturnValueOnce(way.promise)
  it.visit.join()
  await vi.waitFor(() => expect(it.connection.connect).toHaveBeenCalled())
  expect(it.takeMedia).not.toHaveBeenCalled()
  way.resolve()
  await vi.waitFor(() => expect(it.connection.publishMedia).toHaveBeenCalledWith(media))
})

test('a camera that opens after leaving is closed and not published', async () => {
  const opened = Promise.withResolvers<InitialMedia>()
  it.takeMedia.mockReturnValueOnce(opened.promise)
  it.visit.join()
  await vi.waitFor(() => expect(it.takeMedia).toHaveBeenCalled())
  it.visit.actions.leave()
  const [camera, microphone] = [{ stop: vi.fn() }, { stop: vi.fn() }]
  opened.resolve({ camera, microphone, microphoneOn: true } as unknown as InitialMedia)
  await vi.waitFor(() => expect(camera.stop).toHaveBeenCalled())
  expect(microphone.stop).toHaveBeenCalled()
  expect(it.connection.publishMedia).not.toHaveBeenCalled()
})

test('after LiveKit gives up, it rejoins with a fresh token and unchanged camera and microphone', async () => {
  await it.goIn()
  it.connection.connect.mockRejectedValueOnce(new Error('away')).mockRejectedValueOnce(new Error('away'))
  it.world.news('disconnected')
  expect(it.at()).toMatchObject({ phase: 'reconnecting', method: 'rejoin' })
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'inside' }))
  expect(it.api.requestToken).toHaveBeenCalledTimes(4)
  expect(it.takeMedia).toHaveBeenCalledTimes(1)
})

test('a participant removed by the end of the class sees the reason and does not rejoin', async () => {
  await it.goIn()
  it.world.session = { ...it.world.session, status: 'completed' }
  it.world.news('removed')
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'ended', reason: 'ended' }))
  expect(it.connection.connect).toHaveBeenCalledTimes(1)
  expect(it.connection.leave).toHaveBeenCalled()
})

test('a refresh of the session is enough to learn of the end', async () => {
  await it.goIn()
  it.world.session = { ...it.world.session, status: 'completed' }
  await it.visit.refresh()
  expect(it.at()).toEqual({ phase: 'ended', reason: 'ended' })
})

test('a device that was replaced by another one does not rejoin', async () => {
  await it.goIn()
  it.world.news('elsewhere')
  it.world.news('disconnected')
  expect(it.at()).toEqual({ phase: 'ended', reason: 'elsewhere' })
  expect(it.connection.connect).toHaveBeenCalledTimes(1)
  await it.goIn()
  expect(it.takeMedia).toHaveBeenCalledTimes(2)
})

test('leaving stops the attempts to rejoin', async () => {
  await it.goIn()
  it.connection.connect.mockImplementation(async () => {
    it.visit.actions.leave()
    throw new Error('away')
  })
  it.world.news('disconnected')
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'ended', reason: 'left' }))
  await Promise.resolve()
  expect(it.connection.connect).toHaveBeenCalledTimes(2)
})

test('a failed code load is shown, and can be retried', async () => {
  it.loadRoom.mockRejectedValueOnce(new Error('no chunk'))
  it.visit.join()
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'ended', reason: 'unloadable' }))
  await it.goIn()
})

test('a waiting student enters when the class starts', async () => {
  it = setUp({ status: 'scheduled', joinRefusal: 'not_started' })
  it.visit.join()
  expect(it.at()).toEqual({ phase: 'waiting' })
  it.world.session = { ...it.world.session, status: 'in_progress', joinRefusal: undefined }
  await it.visit.refresh()
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'inside' }))
})

test('a trainer who starts the class enters it', async () => {
  it = setUp({ status: 'scheduled', joinRefusal: 'not_started' })
  await it.visit.start()
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'inside' }))
})

test('a failed start shows the reason', async () => {
  it = setUp({ status: 'scheduled', joinRefusal: 'not_started' })
  it.api.start.mockRejectedValueOnce(new ApiFailure(503, 'Try again shortly.'))
  await it.visit.start()
  expect(it.visit.state.start).toEqual({ busy: false, problem: 'Try again shortly.' })
  expect(it.at()).toEqual({ phase: 'preview' })
})

test('a page opened after the end shows the end at once', () => {
  it = setUp({ status: 'cancelled', joinRefusal: 'cancelled' })
  expect(it.at()).toEqual({ phase: 'ended', reason: 'cancelled' })
})

test('an unreachable server ends nothing; a refusal does', async () => {
  await it.goIn()
  it.api.readSession.mockRejectedValueOnce(new ApiFailure(503, 'away'))
  await it.visit.refresh()
  expect(it.at()).toEqual({ phase: 'inside' })
  it.api.readSession.mockRejectedValueOnce(new ApiFailure(401, 'signed out'))
  await it.visit.refresh()
  expect(it.at()).toEqual({ phase: 'ended', reason: 'signed_out' })
})

test('a seat taken away and given back brings back the preview, and a press joins again', async () => {
  await it.goIn()
  it.api.readSession.mockRejectedValueOnce(new ApiFailure(403, 'not yours'))
  it.world.news('removed')
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'ended', reason: 'not_yours' }))
  expect(it.connection.leave).toHaveBeenCalledTimes(1)
  await it.visit.refresh()
  expect(it.at()).toEqual({ phase: 'preview' })
  await it.goIn()
  expect(it.connection.connect).toHaveBeenCalledTimes(2)
  expect(it.takeMedia).toHaveBeenCalledTimes(2)
})

test('a waiting student whose seat is given back waits again, and enters at the start', async () => {
  it = setUp({ status: 'scheduled', joinRefusal: 'not_started' })
  it.visit.join()
  it.api.readSession.mockRejectedValueOnce(new ApiFailure(403, 'not yours'))
  await it.visit.refresh()
  expect(it.at()).toMatchObject({ phase: 'ended', reason: 'not_yours' })
  await it.visit.refresh()
  expect(it.at()).toEqual({ phase: 'waiting' })
  it.world.session = { ...it.world.session, status: 'in_progress', joinRefusal: undefined }
  await it.visit.refresh()
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'inside' }))
})

test('a refresh without changes re-renders nothing', async () => {
  const before = it.visit.state.session
  await it.visit.refresh()
  expect(it.visit.state.session).toBe(before)
})
