// @vitest-environment happy-dom

import { Room } from 'livekit-client'
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { createSessionTransport } from '#components/classroom/connection/session-transport.ts'
import type { EntryState } from '#components/classroom/room-state/entry-state.ts'
import { RoomServicesContext } from '#components/classroom/room-state/room-services.ts'
import { createStore } from '#components/classroom/ui/store.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { english } from '#messages/en.ts'
import { renderNode } from '#scripts/testing/rendered-components.ts'
import AbsentSeats from './absent-seats.tsx'

afterEach(() => vi.unstubAllGlobals())

test.each(['Remind Noor', 'Remind all 2 who aren’t here'])('“%s” confirms it was sent', async (label) => {
  vi.stubGlobal('fetch', async () => Response.json({ success: true, data: null }))
  const { services } = createSessionTransport(new Room(), 'session')
  const [connection] = createStore<{ entry: EntryState }>({ entry: { phase: 'inside' } })
  const stopDrawing = await renderNode(
    <NextIntlClientProvider locale="en" messages={english}>
      <RoomServicesContext value={{ ...services, receiveMode: null, connection }}>
        <AbsentSeats
          seats={seats}
          inside={[]}
          abilities={{ canAdmit: true, canModerate: false }}
          onAddAssistant={() => {}}
          onReadmit={async () => {}}
        />
      </RoomServicesContext>
    </NextIntlClientProvider>,
  )
  const said = () =>
    [...document.querySelectorAll('[role=status]')].map((place) => place.textContent).join('')
  expect(said()).toBe('')
  const button = [...document.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === label || one.textContent?.startsWith(label),
  )
  await act(async () => button?.click())
  expect(said()).toBe('Reminder sent')
  await stopDrawing()
})

const seats = ['Noor', 'Mateo'].map((name) => ({
  id: name,
  name,
  kind: 'online',
  state: 'expected',
})) as NonNullable<SessionDetail['seats']>
