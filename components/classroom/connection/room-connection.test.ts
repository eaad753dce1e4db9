import { beforeEach, expect, test, vi } from 'vitest'
import { ApiFailure, type ClassroomApi } from '#components/classroom/api/api-client.ts'
import type { InitialMedia } from '#components/classroom/media/initial-media.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import type { ConnectionEvent, RoomClient } from './room-client.ts'
import { createRoomConnection } from './room-connection.ts'

const token = { token: 't', url: 'ws://here', roomName: 'session-1' }
const media: InitialMedia = { camera: null, microphone: null, microphoneOn: false }

/** A session that the test changes, an API that answers from it, and a connection that the test cuts. */
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
    }),
    requestEntry: vi.fn(async () => ({ admitted: false, position: 1, waiting: 1 })),
    remove: vi.fn(async () => {}),
    readmit: vi.fn(async () => {}),
  } satisfies ClassroomApi
  const connection = {
    prepare: vi.fn(),
    connect: vi.fn(async () => {}),
    publishMedia: vi.fn(),
    leave: vi.fn(async () => {}),
    watch: (onNews: (news: ConnectionEvent) => void) => {
      world.news = onNews
      return () => {}
    },
    render: () => null,
  } satisfies RoomClient
  const loadRoom = vi.fn(async () => ({ createRoomClient: () => connection }))
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
    world.clock += 60_000
  }
  return { world, api, connection, loadRoom, takeMedia, visit, at, goIn }
}

let it: ReturnType<typeof setUp>
beforeEach(() => {
  it = setUp()
})

test('made ready before the click: code, token and way, but nobody is in the room', async () => {
  await it.visit.prepare()
  expect(it.connection.prepare).toHaveBeenCalledWith(token)
  expect(it.connection.connect).not.toHaveBeenCalled()
  await it.goIn()
  expect(it.api.requestToken).toHaveBeenCalledTimes(1)
  expect(it.connection.publishMedia).toHaveBeenCalledWith(media)
})

test('camera and microphone are passed on once one is inside, and not on the way', async () => {
  const way = Promise.withResolvers<void>()
  it.connection.connect.mockReturnValueOnce(way.promise)
  it.visit.join()
  await vi.waitFor(() => expect(it.connection.connect).toHaveBeenCalled())
  expect(it.takeMedia).not.toHaveBeenCalled()
  way.resolve()
  await vi.waitFor(() => expect(it.connection.publishMedia).toHaveBeenCalledWith(media))
})

test('a camera that opens after one has left is closed again, and brought nowhere', async () => {
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

test('LiveKit gives up: back in with a fresh token, camera and microphone as they were', async () => {
  await it.goIn()
  it.connection.connect.mockRejectedValueOnce(new Error('away')).mockRejectedValueOnce(new Error('away'))
  it.world.news('disconnected')
  expect(it.at()).toMatchObject({ phase: 'reconnecting', method: 'rejoin' })
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'inside' }))
  expect(it.api.requestToken).toHaveBeenCalledTimes(4)
  expect(it.takeMedia).toHaveBeenCalledTimes(1)
})

test('put out because the class ended: one is told, and makes no attempt', async () => {
  await it.goIn()
  it.world.session = { ...it.world.session, status: 'completed' }
  it.world.news('removed')
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'ended', reason: 'ended' }))
  expect(it.connection.connect).toHaveBeenCalledTimes(1)
  expect(it.connection.leave).toHaveBeenCalled()
})

test('the end is learnt from the news alone', async () => {
  await it.goIn()
  it.world.session = { ...it.world.session, status: 'completed' }
  await it.visit.refresh()
  expect(it.at()).toEqual({ phase: 'ended', reason: 'ended' })
})

test('another device takes over, and is not fought', async () => {
  await it.goIn()
  it.world.news('elsewhere')
  it.world.news('disconnected')
  expect(it.at()).toEqual({ phase: 'ended', reason: 'elsewhere' })
  expect(it.connection.connect).toHaveBeenCalledTimes(1)
  await it.goIn()
  expect(it.takeMedia).toHaveBeenCalledTimes(2)
})

test('leaving while it tries to come back stops the trying', async () => {
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

test('code that does not load says so, and can be loaded again', async () => {
  it.loadRoom.mockRejectedValueOnce(new Error('no chunk'))
  it.visit.join()
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'ended', reason: 'unloadable' }))
  await it.goIn()
})

test('who waits is let in by the start', async () => {
  it = setUp({ status: 'scheduled', joinRefusal: 'not_started' })
  it.visit.join()
  expect(it.at()).toEqual({ phase: 'waiting' })
  it.world.session = { ...it.world.session, status: 'in_progress', joinRefusal: undefined }
  await it.visit.refresh()
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'inside' }))
})

test('the trainer starts and is inside', async () => {
  it = setUp({ status: 'scheduled', joinRefusal: 'not_started' })
  await it.visit.start()
  await vi.waitFor(() => expect(it.at()).toEqual({ phase: 'inside' }))
})

test('a start that fails says why', async () => {
  it = setUp({ status: 'scheduled', joinRefusal: 'not_started' })
  it.api.start.mockRejectedValueOnce(new ApiFailure(503, 'Try again shortly.'))
  await it.visit.start()
  expect(it.visit.state.start).toEqual({ busy: false, problem: 'Try again shortly.' })
  expect(it.at()).toEqual({ phase: 'preview' })
})

test('a page opened after the end says so at once', () => {
  it = setUp({ status: 'cancelled', joinRefusal: 'cancelled' })
  expect(it.at()).toEqual({ phase: 'ended', reason: 'cancelled' })
})

test('silence of our server puts nobody out; a refusal does', async () => {
  await it.goIn()
  it.api.readSession.mockRejectedValueOnce(new ApiFailure(503, 'away'))
  await it.visit.refresh()
  expect(it.at()).toEqual({ phase: 'inside' })
  it.api.readSession.mockRejectedValueOnce(new ApiFailure(401, 'signed out'))
  await it.visit.refresh()
  expect(it.at()).toEqual({ phase: 'ended', reason: 'signed_out' })
})

test('a seat that is taken and given back: the preview comes back by itself, and a press goes in again', async () => {
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

test('whoever waited for the start waits again with the seat, and is let in', async () => {
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

test('a reading without news renders nothing again', async () => {
  const before = it.visit.state.session
  await it.visit.refresh()
  expect(it.visit.state.session).toBe(before)
})
