import { expect } from '@playwright/test'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { Stack } from '#scripts/testing/stack.ts'
import { joinWithToken } from './device.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './own-installation.ts'
import type { Participant } from './participant.ts'
import { watchForText } from './watch-for-text.ts'

test.setTimeout(3 * MINUTE_MS)

async function readinessOf({ baseUrl }: Stack) {
  const response = await fetch(`${baseUrl}/api/health/ready`)
  return { status: response.status, ...(await response.json()) }
}

test('PostgreSQL fails and returns: requests get 503 meanwhile, then all works, and all participants stay connected', async ({
  stack,
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await leila.enter(session)
  await noor.enter(session)
  stack.postgres.kill()
  await expect.poll(async () => (await school.api('Noor').send('GET', '/api/v1/sessions')).status).toBe(503)
  const answer = await (await school.api('Noor').send('GET', '/api/v1/sessions')).json()
  expect(answer).toMatchObject({ success: false, error: { code: 'unavailable' } })
  expect(await readinessOf(stack)).toMatchObject({ status: 503, error: { database: false } })
  await noor.expectMoving(noor.pictureOf('Leïla'))

  await stack.postgres.start()
  await expect.poll(async () => (await school.api('Noor').send('GET', '/api/v1/sessions')).status).toBe(200)
  await noor.expectMoving(noor.pictureOf('Leïla'))
  await leila.expectMoving(leila.pictureOf('Noor'))
  await school.api('Leïla').end(session)
  await expect(noor.page.getByRole('heading', { name: /ended/i })).toBeVisible()
})

test('LiveKit is down for a while during a class: all participants reconnect without a click', async ({
  stack,
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await leila.enter(session)
  await noor.enter(session)
  await noor.expectMoving(noor.pictureOf('Leïla'))
  await noor.page.keyboard.press('h')
  await expect(leila.hands).toHaveText(/Noor/)
  stack.liveKit.kill()
  await expect(noor.page.getByText(/Connection lost/).first()).toBeVisible()
  expect(await readinessOf(stack)).toMatchObject({ status: 200, data: { degraded: ['liveKit'] } })
  // By then LiveKit's own client has given up on both sides, and only our code retries.
  const lost = ({ page }: Participant) => page.getByRole('region', { name: 'Connection' })
  for (const visitor of [noor, leila]) {
    await expect(
      lost(visitor).getByText(/the video call isn’t yet\. The problem isn’t your network/),
    ).toBeVisible()
    await expect(lost(visitor).getByRole('button', { name: 'Try now' })).toBeVisible()
  }
  await expect(lost(noor).getByText('Your hand stays up. You’re 1st in the queue.')).toBeVisible()
  await expectNoViolations(noor.page)
  await lost(noor).getByRole('button', { name: 'Help' }).press('Enter')
  await expect(noor.panel.getByText('Your device is online.')).toBeVisible()
  await expect(noor.panel.getByText(/The problem isn’t your network\.$/)).toBeVisible()
  await expectNoViolations(noor.page)
  const written = { id: crypto.randomUUID(), text: 'Back in a minute' }
  await school.api('Leïla').send('POST', `/api/v1/sessions/${session}/messages`, written)
  await stack.liveKit.start()
  await expect(noor.pictureOf('Leïla')).toBeVisible()
  await noor.expectMoving(noor.pictureOf('Leïla'))
  await leila.expectMoving(leila.pictureOf('Noor'))
  const back = noor.page.getByRole('status').filter({ hasText: 'You’re back.' })
  await expect(back).toContainText('You missed one message. Your hand is still up. You’re 1st in the queue.')
  await expectNoViolations(noor.page)
  await back.getByRole('button', { name: 'Read messages' }).click()
  await expect(back).toBeHidden()
  await expect(noor.chat.getByText('Back in a minute')).toBeVisible()
})

test('the application is killed during a class: participants do not notice', async ({
  stack,
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await leila.enter(session)
  await noor.enter(session)
  const wasLost = await watchForText(noor.page, 'Connection lost')
  stack.application.kill()
  // When the page becomes visible again, it requests the session and gets no answer.
  const unanswered = noor.page.waitForEvent('requestfailed', (request) =>
    request.url().includes(`/api/v1/sessions/${session}`),
  )
  await noor.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await unanswered
  // Code that is not loaded yet waits for our server; the class goes on.
  await noor.page.keyboard.press('c')
  await noor.expectMoving(noor.pictureOf('Leïla'))
  await stack.application.start()
  await expect(noor.panel.getByText('No messages yet')).toBeVisible()
  await noor.expectMoving(noor.pictureOf('Leïla'))
  expect(await wasLost()).toBe(false)
  await leila.press('End class')
  await leila.page.getByRole('button', { name: 'End for everyone' }).click()
  await expect(noor.page.getByRole('heading', { name: /ended/i })).toBeVisible()
})

test('LiveKit is down when a class ends: the end is stored, and an old token opens nothing afterwards', async ({
  stack,
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const noor = await as('Noor')
  await school.api('Leïla').start(session)
  await noor.enter(session)
  const token = await school.api('Mateo').roomToken(session)
  stack.liveKit.kill()
  await school.api('Leïla').end(session)
  await stack.liveKit.start()
  await expect(noor.page.getByRole('heading', { name: /ended/i })).toBeVisible()
  const { status } = await school.database.classSession.findUniqueOrThrow({ where: { id: session } })
  expect(status).toBe('completed')

  const room = await joinWithToken(token)
  await expect.poll(() => room.isConnected).toBe(false)
})
