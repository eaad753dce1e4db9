// @vitest-environment happy-dom

import { RoomContext } from '@livekit/components-react'
import { ConnectionState, RemoteParticipant, Room, RoomEvent } from 'livekit-client'
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSessionTransport } from '#components/classroom/connection/session-transport.ts'
import type { EntryState } from '#components/classroom/room-state/entry-state.ts'
import { RoomServicesContext } from '#components/classroom/room-state/room-services.ts'
import { createStore } from '#components/classroom/ui/store.ts'
import { companionIdentityOf } from '#lib/livekit/ids.ts'
import { english } from '#messages/en.ts'
import { renderNode } from '#scripts/testing/rendered-components.ts'
import { untouchedRoom } from '#scripts/testing/untouched-room.ts'
import { Announcements } from './announcements.tsx'

let stopDrawing: () => Promise<void>

beforeEach(() => void vi.useFakeTimers())
afterEach(async () => {
  await stopDrawing()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const said = () => document.body.textContent
const pass = () => act(() => vi.advanceTimersByTimeAsync(10_000))

/** A room in which the test controls joins, leaves and raised hands. */
async function setUp() {
  const room = new Room()
  const { services } = createSessionTransport(room, 'session')
  const [connection] = createStore<{ entry: EntryState }>({ entry: { phase: 'inside' } })
  const inClass = { ...services, receiveMode: null, connection }
  room.state = ConnectionState.Connected
  stopDrawing = await renderNode(
    <NextIntlClientProvider locale="en" messages={english}>
      <RoomContext.Provider value={room}>
        <RoomServicesContext value={inClass}>
          <Announcements isBack={false} talking={false} me="me" />
        </RoomServicesContext>
      </RoomContext.Provider>
    </NextIntlClientProvider>,
  )
  return {
    room,
    comes(identity: string, name: string) {
      const person = new RemoteParticipant(room.engine.client, identity, identity, name)
      room.remoteParticipants.set(identity, person)
      room.emit(RoomEvent.ParticipantConnected, person)
    },
    goes(identity: string) {
      const person = room.remoteParticipants.get(identity)
      room.remoteParticipants.delete(identity)
      if (person) room.emit(RoomEvent.ParticipantDisconnected, person)
    },
    async hands(...names: string[]) {
      const hands = names.map((name) => ({ userId: name, name, place: 'online', since: raisedAt[name] }))
      vi.stubGlobal('fetch', async () => Response.json({ success: true, data: { ...untouchedRoom, hands } }))
      await act(() => inClass.roomState.refresh())
    },
  }
}

const raisedAt: Record<string, string> = {
  Noor: '2026-11-27T08:00:00.000Z',
  Mateo: '2026-11-27T08:01:00.000Z',
  Yuki: '2026-11-27T08:02:00.000Z',
}

test('joins and leaves are announced once', async () => {
  const { comes, goes } = await setUp()
  comes('noor', 'Noor')
  comes('mateo', 'Mateo')
  await pass()
  expect(said()).toBe('Noor and one other joined.')
  goes('mateo')
  await pass()
  expect(said()).toBe('Mateo left.')
  await pass()
  expect(said()).toBe('')
})

test('a reconnect, in which all participants disappear and return, announces nothing', async () => {
  const { room, comes, goes } = await setUp()
  comes('noor', 'Noor')
  await pass()
  room.state = ConnectionState.Reconnecting
  goes('noor')
  await pass()
  room.state = ConnectionState.Connected
  comes('noor', 'Noor')
  await pass()
  expect(said()).toBe('')
})

test('a companion is not announced as another participant', async () => {
  const { comes } = await setUp()
  comes(companionIdentityOf('karim'), 'Karim')
  await pass()
  expect(said()).toBe('')
})

test('a hand is announced when it is raised, not when the one behind it is lowered', async () => {
  const { hands } = await setUp()
  await hands('Noor')
  expect(said()).toBe('Noor raised a hand.')
  await hands('Noor', 'Mateo')
  expect(said()).toBe('Mateo raised a hand.')
  await hands('Noor')
  expect(said()).toBe('')
  await hands('Noor', 'Yuki')
  expect(said()).toBe('Yuki raised a hand.')
})
