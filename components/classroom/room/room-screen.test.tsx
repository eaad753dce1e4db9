// @vitest-environment happy-dom
// @vitest-environment-options { "width": 1440, "height": 900 }

import { RemoteParticipant, type RemoteTrackPublication, Room, RoomEvent, Track } from 'livekit-client'
import { NextIntlClientProvider } from 'next-intl'
import { act, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSessionTransport } from '#components/classroom/connection/session-transport.ts'
import { createLocalTracks } from '#components/classroom/media/local-tracks.ts'
import type { EntryState } from '#components/classroom/room-state/entry-state.ts'
import { createReceiveModeStore } from '#components/classroom/room-state/receive-mode.ts'
import { createStore } from '#components/classroom/ui/store.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { english } from '#messages/en.ts'
import { noRoomActions } from '#scripts/testing/no-room-actions.ts'
import { countRenders, renderNode } from '#scripts/testing/rendered-components.ts'
import { typeInto } from '#scripts/testing/type-into.ts'
import { untouchedRoom } from '#scripts/testing/untouched-room.ts'
import { RoomScreen } from './room-screen.tsx'

const TRAINER = 'trainer'
/** Longer than the 2 s after which a participant becomes the active speaker. */
const LONG_ENOUGH_MS = 2_500

// Rendering a hundred participants is slow on a busy machine.
vi.setConfig({ testTimeout: MINUTE_MS })

beforeEach(() => void vi.useFakeTimers())

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a change of speaker renders no more among 100 people than among 5, with no more listeners on the room', async () => {
  const few = await countAtChangesOfSpeaker(5)
  const many = await countAtChangesOfSpeaker(100)
  expect(few.stage.speaks).toBeGreaterThan(0)
  expect(many).toEqual(few)
})

test('a change of speaker adds and removes no elements, which would cost far more than a colour', async () => {
  const { room, inRoom } = fill(5)
  const stopDrawing = await drawInside(inRoom)
  await choose('grid')
  const named = () => [...document.querySelectorAll('[aria-label="Student 1 is speaking"]')]
  expect(named()).toEqual([])
  const seen: MutationRecord[] = []
  const comingAndGoing = new MutationObserver((found) => void seen.push(...found))
  comingAndGoing.observe(document.body, { childList: true, subtree: true })
  await act(async () => speak(room, 'student-1'))
  // On the picture and beside the name.
  expect(named()).toHaveLength(2)
  expect([...seen, ...comingAndGoing.takeRecords()]).toEqual([])
  comingAndGoing.disconnect()
  await stopDrawing()
})

test('behind the preview the room ignores keys and is unreachable; once shown, it has the focus', async () => {
  const { inRoom } = fill(5, { phase: 'preview' })
  const stopDrawing = await drawInside(inRoom)
  const isReachable = () => document.querySelector('main')?.closest('[inert], [aria-hidden=true]') === null
  const shortcuts = () => document.querySelector('dialog')
  await press('?')
  expect([isReachable(), shortcuts()]).toEqual([false, null])
  await act(async () => setEntry({ phase: 'inside' }))
  await act(() => vi.advanceTimersByTimeAsync(0))
  expect(isReachable()).toBe(true)
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Main view')
  await press('?')
  await act(() => vi.dynamicImportSettled())
  expect(shortcuts()).not.toBeNull()
  await stopDrawing()
})

test('parts that the first picture does not need render after it, or after a wait if it does not come', async () => {
  const { room, inRoom } = fill(5, { phase: 'preview' })
  for (const person of room.remoteParticipants.values()) person.videoTrackPublications.set('camera', camera)
  const stopDrawing = await drawInside(inRoom)
  const people = () => document.querySelector('aside [role=tabpanel]')
  await act(async () => setEntry({ phase: 'inside' }))
  await act(() => vi.advanceTimersByTimeAsync(500))
  expect(people()).toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(people()).not.toBeNull()
  await stopDrawing()
})

/**
 * Number of components that render when the second student speaks instead of the first, and when they become
 * the active speaker; and number of listeners on the room.
 */
async function countAtChangesOfSpeaker(students: number) {
  const { room, inRoom } = fill(students)
  const stopDrawing = await drawInside(inRoom)
  await act(() => vi.dynamicImportSettled())
  expect(document.querySelectorAll('aside li')).toHaveLength(students + 1)

  async function countIn(layout: 'stage' | 'grid') {
    await choose(layout)
    await countRenders(() => speak(room, 'student-0'))
    await countRenders(() => vi.advanceTimersByTime(LONG_ENOUGH_MS))
    return {
      speaks: await countRenders(() => speak(room, 'student-1')),
      hasFloor: await countRenders(() => vi.advanceTimersByTime(LONG_ENOUGH_MS)),
    }
  }

  const counts = {
    stage: await countIn('stage'),
    grid: await countIn('grid'),
    listeners: room.listenerCount(RoomEvent.ParticipantConnected),
  }
  await stopDrawing()
  return counts
}

test('below a grid of several pages are the number of other people and a button to a raised hand on another page', async () => {
  const { inClass, inRoom } = fill(100)
  const stopDrawing = await drawInside(inRoom)
  await choose('grid')
  answerWithHandOf('Student 20')
  await act(() => inClass.roomState.refresh())
  const pictures = () => document.querySelector('ul[aria-label^="People in class"]')
  expect(document.body.textContent).toContain('92 more people on the other pages')
  const way = [...document.querySelectorAll('button')].find(
    (button) => button.textContent === '1st in the queue: Student 20, page 3',
  )
  await act(async () => way?.click())
  expect(pictures()?.textContent).toContain('Student 20')
  expect(document.body.textContent).not.toContain('1st in the queue: Student 20')
  await stopDrawing()
})

test('a participant among many is found by part of the name', async () => {
  const { inRoom } = fill(100)
  const stopDrawing = await drawInside(inRoom)
  await act(() => vi.dynamicImportSettled())
  const names = () => [...document.querySelectorAll('aside li')].map((row) => row.textContent)
  await typeInto(document.querySelector<HTMLInputElement>('aside input[type=search]'), 'dent 42')
  await act(() => vi.dynamicImportSettled())
  expect(names()).toEqual([expect.stringContaining('Student 42')])
  await typeInto(document.querySelector<HTMLInputElement>('aside input[type=search]'), 'Nobody')
  expect(names()).toEqual([])
  expect(document.querySelector('aside')?.textContent).toContain('No one in class matches “Nobody”.')
  await stopDrawing()
})

test('a shortcut acts like its button: nothing without a raised hand, then on the hand that is shown', async () => {
  const { inClass, inRoom } = fill(5)
  const stopDrawing = await drawInside(inRoom)
  const asked = answerWithHandOf('Student 4')
  // Trainers have no hand to raise.
  await press('h')
  await press('n')
  expect(asked).toEqual([])
  await act(() => inClass.roomState.refresh())
  await press('n')
  await press('n')
  const word = { method: 'POST', path: '/api/v1/sessions/session/floor', body: '{"userId":"student-4"}' }
  expect(asked).toEqual([word, word])
  await stopDrawing()
})

test('single-key shortcuts are switched off in the list of shortcuts, and stay off in this browser', async () => {
  localStorage.clear()
  const { inClass, inRoom } = fill(5)
  const stopDrawing = await drawInside(inRoom)
  const asked = answerWithHandOf('Student 4')
  await act(() => inClass.roomState.refresh())
  const muteButton = () => document.querySelector('[aria-keyshortcuts=M]')
  expect(muteButton()).not.toBeNull()
  await press('?')
  await act(() => vi.dynamicImportSettled())
  await act(async () => document.querySelector<HTMLElement>('dialog [role=switch]')?.click())
  expect(document.querySelector('dialog')?.textContent).toContain('Off. Letters and ? do nothing.')
  await act(async () => document.querySelector<HTMLElement>('dialog button')?.click())
  expect([document.querySelector('dialog'), muteButton()]).toEqual([null, null])
  await press('n')
  expect(asked).toEqual([])
  await stopDrawing()

  const stopDrawingAgain = await drawInside(fill(5).inRoom)
  await press('?')
  await act(() => vi.dynamicImportSettled())
  expect(document.querySelector('dialog')).toBeNull()
  await stopDrawingAgain()
  localStorage.clear()
})

test('holding Space does not announce a microphone that stays off', async () => {
  vi.stubGlobal('isSecureContext', false)
  const { inRoom } = fill(5)
  const stopDrawing = await drawInside(inRoom)
  await press(' ')
  await act(() => vi.dynamicImportSettled())
  expect(document.body.textContent).toContain('The microphone isn’t available at this address.')
  expect(document.body.textContent).not.toContain('Your microphone is on')
  await stopDrawing()
})

test('pinning a shared screen does not pin the camera of its sharer', async () => {
  const { room, inRoom } = fill(5)
  const sharer = room.remoteParticipants.get('student-0')
  const screen = { isMuted: false } as ReturnType<RemoteParticipant['getTrackPublication']>
  if (sharer)
    sharer.getTrackPublication = (source) => (source === Track.Source.ScreenShare ? screen : undefined)
  const stopDrawing = await drawInside(inRoom)
  await choose('grid')
  const pin = document.querySelector<HTMLElement>('[aria-label="Pin Student 0’s screen"]')
  await act(async () => pin?.click())
  expect(document.body.textContent?.split('Pinned')).toHaveLength(2)
  await stopDrawing()
})

test('a dismissed notice does not come back after a reconnect', async () => {
  const { inClass, inRoom } = fill(5)
  const stopDrawing = await drawInside(inRoom)
  const assistants = [{ userId: TRAINER, assistantPermissions: ['admit'] }]
  vi.stubGlobal('fetch', async () => Response.json({ success: true, data: { ...untouchedRoom, assistants } }))
  await act(() => inClass.roomState.refresh())
  await act(() => vi.dynamicImportSettled())
  const notice = 'You’re an assistant in this class. You can help with: Admit people.'
  expect(document.body.textContent).toContain(notice)
  await act(async () => document.querySelector<HTMLElement>('[aria-label=Dismiss]')?.click())
  expect(document.body.textContent).not.toContain(notice)
  await act(async () => setEntry({ phase: 'reconnecting', method: 'resume', unreachable: null }))
  await act(async () => setEntry({ phase: 'inside' }))
  expect(document.body.textContent).not.toContain(notice)
  await stopDrawing()
})

/** Makes our server respond with this raised hand. Other requests are listed in the returned array. */
function answerWithHandOf(name: string) {
  const userId = name.toLowerCase().replace(' ', '-')
  const hand = { userId, name, seatKind: 'online', since: session.startedAt }
  const asked: { method: string; path: string; body: string }[] = []
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body: string }) => {
    if (method !== 'GET') asked.push({ method, path, body })
    return Response.json({ success: true, data: { ...untouchedRoom, hands: [hand] } })
  })
  return asked
}

async function press(key: string) {
  await act(async () => dispatchEvent(new KeyboardEvent('keydown', { key })))
}

/** Renders the room, including parts that wait for the first picture, which never comes here. */
async function drawInside(inRoom: ReactNode) {
  const stopDrawing = await renderNode(inRoom)
  await act(() => vi.advanceTimersByTimeAsync(0))
  return stopDrawing
}

/** Chooses the layout, and waits for its parts. */
async function choose(layout: 'stage' | 'grid') {
  await countRenders(() => document.querySelector<HTMLElement>(`input[value=${layout}]`)?.click())
  await act(() => vi.dynamicImportSettled())
}

/** LiveKit's own room, never connected, with participants whose microphones are on. */
function fill(students: number, at: EntryState = { phase: 'inside' }) {
  const room = new Room()
  room.localParticipant.identity = TRAINER
  for (let index = 0; index < students; index += 1) {
    const id = `student-${index}`
    const person = new RemoteParticipant(room.engine.client, id, id, `Student ${index}`)
    const microphone = { isMuted: false } as ReturnType<typeof person.getTrackPublication>
    person.getTrackPublication = (source) => (source === Track.Source.Microphone ? microphone : undefined)
    room.remoteParticipants.set(id, person)
  }
  const transport = createSessionTransport(room, 'session')
  const localTracks = createLocalTracks(room, () => true)
  const services = { ...transport.services, receiveMode: createReceiveModeStore(() => {}) }
  const client = { ...transport, publishMedia() {}, room, localTracks, services }
  const [connection, set] = createStore<{ entry: EntryState }>({ entry: at })
  setEntry = (entry) => set({ entry })
  return {
    room,
    inClass: services,
    inRoom: (
      <NextIntlClientProvider locale="en" timeZone="Europe/Berlin" messages={english}>
        <RoomScreen
          {...{ client, connection, session }}
          actions={noRoomActions}
          viewer={{ id: TRAINER, name: 'Leïla', role: 'TRAINER', zone: 'Europe/Berlin' }}
        />
      </NextIntlClientProvider>
    ),
  }
}

/** Changes the entry of the room that was filled last. */
let setEntry: (entry: EntryState) => void

const camera = {} as RemoteTrackPublication

/** Active speakers as LiveKit reports them: the previous speaker is silent, and this one speaks. */
function speak(room: Room, speaker: string) {
  const people = [...room.remoteParticipants.values()]
  for (const person of people) person.setIsSpeaking(person.identity === speaker)
  room.activeSpeakers = people.filter((person) => person.isSpeaking)
  room.emit(RoomEvent.ActiveSpeakersChanged, room.activeSpeakers)
}

const session = {
  id: 'session',
  status: 'in_progress',
  classTitle: 'Arabic',
  title: 'Arabic',
  number: 1,
  numberOf: 1,
  startedAt: '2026-11-27T08:00:00Z',
  startsAt: '2026-11-27T08:00:00Z',
  endsAt: '2026-11-27T09:00:00Z',
  trainer: { id: TRAINER, name: 'Leïla' },
  seats: [],
  abilities: { canModerate: true, canMute: true, canLock: true, canManageHands: true, canAdmit: true },
} as unknown as SessionDetail
