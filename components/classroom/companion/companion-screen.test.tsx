// @vitest-environment happy-dom

import { Room } from 'livekit-client'
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { createSessionTransport } from '#components/classroom/connection/session-transport.ts'
import type { EntryState } from '#components/classroom/room-state/entry-state.ts'
import { createStore } from '#components/classroom/ui/store.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { english } from '#messages/en.ts'
import { noRoomActions } from '#scripts/testing/no-room-actions.ts'
import { renderNode } from '#scripts/testing/rendered-components.ts'
import { CompanionScreen } from './companion-screen.tsx'

afterEach(() => vi.unstubAllGlobals())

test('opening the chat moves the focus into it, and closing moves the focus back to the button', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => {}))
  const room = new Room()
  const client = { ...createSessionTransport(room, 'session'), publishMedia() {}, room }
  const [connection] = createStore<{ entry: EntryState }>({ entry: { phase: 'inside' } })
  const stopDrawing = await renderNode(
    <NextIntlClientProvider locale="en" timeZone="Europe/Berlin" messages={english}>
      <CompanionScreen
        {...{ client, connection, session }}
        actions={noRoomActions}
        viewer={{ id: 'karim', name: 'Karim', role: 'STUDENT', zone: 'Europe/Berlin' }}
      />
    </NextIntlClientProvider>,
  )
  const button = (label: string) =>
    [...document.querySelectorAll('button')].find(
      (one) => one.getAttribute('aria-label') === label || one.textContent === label,
    )
  await act(async () => button('Chat')?.click())
  await act(() => vi.dynamicImportSettled())
  expect(document.activeElement?.outerHTML).toMatch(/^<h2.*Chat<\/h2>$/)
  await act(async () => button('Close chat')?.click())
  expect(document.activeElement).toBe(button('Chat'))
  await stopDrawing()
})

const session = {
  id: 'session',
  status: 'in_progress',
  classTitle: 'Arabic',
  seat: { kind: 'in_person' },
  trainer: { id: 'trainer', name: 'Leïla' },
  abilities: {},
} as SessionDetail
