// @vitest-environment happy-dom

import { Room } from 'livekit-client'
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { linkRoom } from '#components/classroom/connection/link-room.ts'
import { ClassContext } from '#components/classroom/room-state/class-context.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { english } from '#messages/en.ts'
import { draw } from '#scripts/testing/rendered-components.ts'
import AbsentSeats from './absent-seats.tsx'

afterEach(() => vi.unstubAllGlobals())

test.each(['Nudge Noor', 'Nudge all 2 not here yet'])('“%s” says that it was done', async (label) => {
  vi.stubGlobal('fetch', async () => Response.json({ success: true, data: null }))
  const { inClass } = linkRoom(new Room(), 'session')
  const stopDrawing = await draw(
    <NextIntlClientProvider locale="en" messages={english}>
      <ClassContext value={inClass}>
        <AbsentSeats
          seats={seats}
          inside={[]}
          abilities={{ canAdmit: true, canModerate: false }}
          onAskForHelp={() => {}}
          onLetIn={async () => {}}
        />
      </ClassContext>
    </NextIntlClientProvider>,
  )
  const said = () =>
    [...document.querySelectorAll('[role=status]')].map((place) => place.textContent).join('')
  expect(said()).toBe('')
  const button = [...document.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === label || one.textContent?.startsWith(label),
  )
  await act(async () => button?.click())
  expect(said()).toBe('Nudged')
  await stopDrawing()
})

const seats = ['Noor', 'Mateo'].map((name) => ({
  id: name,
  name,
  kind: 'online',
  state: 'expected',
})) as NonNullable<SessionDetail['seats']>
