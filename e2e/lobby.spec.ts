import { expect } from '@playwright/test'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { test } from './fixtures.ts'
import type { Participant } from './participant.ts'

test('an early student is let in when the trainer starts', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], sessionType: 'offline' })
  const noor = await as('Noor')
  await disablePolling(noor)
  await noor.waitForStart(session)
  const leila = await as('Leïla')
  await leila.enter(session)
  await noor.expectInside()
  await noor.expectMoving(noor.pictureOf('Leïla'))
})

test('a waiting student is let in with seven tabs open in one browser', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], sessionType: 'offline' })
  const noor = await as('Noor')
  await disablePolling(noor)
  await noor.waitForStart(session)
  for (let tab = 0; tab < 6; tab += 1) {
    const other = await noor.page.context().newPage()
    await other.goto('/student')
    await expect(other.getByRole('heading', { name: /coming up/i })).toBeVisible()
  }
  await school.api('Leïla').start(session)
  await noor.expectInside()
})

test('a waiting student sees a cancellation at once', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], sessionType: 'offline' })
  const noor = await as('Noor')
  await disablePolling(noor)
  await noor.waitForStart(session)
  await school.api('Marta').cancel(session, 'The trainer is ill.')
  await expect(noor.page.getByText('The trainer is ill.')).toBeVisible()
})

test('a waiting student sees a new time at once', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], sessionType: 'offline' })
  const noor = await as('Noor')
  await disablePolling(noor)
  await noor.waitForStart(session)
  const startsAt = new Date(Date.now() + 26 * HOUR_MS)
  await school.api('Marta').move(session, startsAt)
  await expect(noor.page.getByText(/rescheduled|new time/i).first()).toBeVisible()
})

/** Disables polling every 15 s, which would hide a missed event. */
async function disablePolling({ page }: Participant): Promise<void> {
  await page.addInitScript(() => {
    const every = window.setInterval
    window.setInterval = ((work: TimerHandler, after = 0, ...rest: unknown[]) =>
      after < 15_000 ? every(work, after, ...rest) : 0) as typeof window.setInterval
  })
}
