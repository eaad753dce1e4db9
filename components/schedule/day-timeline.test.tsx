// @vitest-environment happy-dom

import { NextIntlClientProvider } from 'next-intl'
import { afterEach, expect, test } from 'vitest'
import { Toaster } from '#components/ui/toast.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { english } from '#messages/en.ts'
import { renderNode } from '#scripts/testing/rendered-components.ts'
import { DayTimeline } from './day-timeline.tsx'

let stopDrawing: () => Promise<void>

afterEach(() => stopDrawing())

async function drawDay(sessions: SessionDetail[], next: SessionDetail): Promise<string> {
  const actions = { start: async () => ({ ok: true }) as never, end: async () => ({ ok: true }) as never }
  stopDrawing = await renderNode(
    <NextIntlClientProvider locale="en" timeZone="Europe/Berlin" messages={english}>
      <Toaster>
        <DayTimeline {...{ sessions, next, actions }} zone="Europe/Berlin" now="2026-11-27T22:40:00Z" />
      </Toaster>
    </NextIntlClientProvider>,
  )
  return document.body.textContent ?? ''
}

const over = sessionFrom('2026-11-27T20:00:00Z', '2026-11-27T21:00:00Z', 'completed')

test('a class after midnight can be started on the evening before', async () => {
  const next = sessionFrom('2026-11-27T23:10:00Z', '2026-11-28T00:10:00Z', 'scheduled', { canStart: true })
  const text = await drawDay([over], next)
  expect(text).toContain('Your next class is on Saturday')
  expect(text).toContain('Start class')
})

test('an assistant in another trainer’s class can join it, but neither start nor end it', async () => {
  const next = sessionFrom('2026-11-27T22:30:00Z', '2026-11-27T23:30:00Z', 'in_progress', { canJoin: true })
  const text = await drawDay([over, next], next)
  expect(text).toContain('You’re assisting Leïla in this class.')
  expect(text).toContain('Join class')
  expect(text).not.toMatch(/Start class|End class|Rejoin/)
})

function sessionFrom(startsAt: string, endsAt: string, status: SessionDetail['status'], abilities = {}) {
  return {
    id: startsAt,
    title: 'Arabic',
    classTitle: 'Arabic',
    sessionType: 'online',
    number: 1,
    numberOf: 2,
    seatsTaken: 3,
    trainer: { id: 'leila', name: 'Leïla' },
    startedAt: status === 'scheduled' ? null : startsAt,
    endedAt: status === 'completed' ? endsAt : null,
    ...{ startsAt, endsAt, status, abilities },
  } as unknown as SessionDetail
}
