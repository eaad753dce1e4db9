import { expect } from '@playwright/test'
import { roomToken } from '#lib/livekit/room-token.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { expectToFit } from './expect-to-fit.ts'
import { test } from './fixtures.ts'
import type { Participant } from './participant.ts'

/** Checks accessibility and fit in light and dark, on a phone and a desktop. */
async function looksRight({ page }: Participant): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await expectNoViolations(page)
      await expectToFit(page)
    }
  }
}

/** Reports a short round trip time, because a busy machine is slow and this test is not about speed. */
async function answerQuickly({ page }: Participant): Promise<void> {
  await page.addInitScript(() => {
    const read = RTCPeerConnection.prototype.getStats
    RTCPeerConnection.prototype.getStats = async function () {
      const report: RTCStatsReport = await read.call(this)
      const quick = new Map<string, object>()
      report.forEach((one: RTCStats, id: string) => {
        quick.set(id, one.type === 'candidate-pair' ? { ...one, currentRoundTripTime: 0.02 } : one)
      })
      return quick
    }
  })
}

test('a student checks their devices; the student, the trainer and the school see the result', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Karim'] })
  const [noor, leila, marta] = [await as('Noor'), await as('Leïla'), await as('Marta')]
  await answerQuickly(noor)
  await noor.page.goto('/student')
  await noor.page.getByRole('link', { name: 'Check camera and audio' }).click()
  const step = (name: string) => noor.page.getByRole('listitem').filter({ hasText: name })
  await expect(step('Camera works')).toBeVisible()
  await expect(step('We can hear you')).toBeVisible()
  await expect(step('Good connection')).toBeVisible()
  await expect(noor.page.getByText('UDP, open')).toBeVisible()
  await expect(noor.page.getByText('TCP, open')).toBeVisible()
  // This installation does not offer a relay, which is not reported as a fault.
  await expect(noor.page.getByText('TURN, not available')).toBeVisible()
  await expect(noor.page.getByText('Your result will appear here')).toBeVisible()

  // With the keyboard.
  await noor.page.getByRole('button', { name: 'Play a sound' }).press('Enter')
  await expect(noor.page.getByText('Did you hear the sound?')).toBeVisible()
  await noor.page.getByRole('button', { name: 'Yes, I heard it' }).press('Enter')
  await expect(noor.page.getByText('You’re ready for class')).toBeVisible()
  await looksRight(noor)

  await noor.page.getByRole('link', { name: 'Done' }).click()
  await expect(noor.page.getByRole('button', { name: 'Join class' })).toBeVisible()
  await expect(noor.page.getByText(/^Checked today, .*: ready$/)).toBeVisible()
  await noor.page.goto('/student')
  await expect(noor.page.getByText(/^Checked today, .*: ready$/)).toBeVisible()

  for (const visitor of [leila, marta]) {
    await visitor.page.goto(`/sessions/${session}`)
    const row = (name: string) => visitor.page.getByRole('row').filter({ hasText: name })
    await expect(row('Noor').getByText('Ready', { exact: true }).filter({ visible: true })).toHaveCount(1)
    await expect(row('Karim').getByText('Not checked yet').filter({ visible: true })).toHaveCount(1)
  }
  await looksRight(leila)
  await school.api('Leïla').start(session)
  await school.api('Leïla').end(session)
  await leila.page.goto(`/sessions/${session}`)
  await expect(leila.page.getByRole('row').filter({ hasText: 'Noor' })).toBeVisible()
  await expect(leila.page.getByText('Not checked yet')).toHaveCount(0)
})

test('a student without microphone and sound is informed, and so is the trainer', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [noor, leila] = [await as('Noor'), await as('Leïla')]
  await noor.page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('', 'NotFoundError')
    }
  })
  await noor.page.goto(`/sessions/${session}/room`)
  await noor.page.getByRole('link', { name: 'Check camera and audio' }).click()
  await expect(noor.page.getByText('No camera, but you can still join')).toBeVisible()
  await expect(noor.page.getByText('No microphone was found.')).toBeVisible()
  await noor.page.getByRole('button', { name: 'Play a sound' }).click()
  await noor.page.getByRole('button', { name: 'No', exact: true }).click()
  await expect(noor.page.getByText('You didn’t hear the sound')).toBeVisible()
  await expect(noor.page.getByText('No microphone: the class won’t hear you')).toBeVisible()
  await looksRight(noor)
  await leila.page.goto(`/sessions/${session}`)
  await expect(leila.page.getByText('No microphone').filter({ visible: true })).toHaveCount(1)
})

test('a blocking network is distinguished from an unavailable server', async ({ school, as }) => {
  await school.person('STUDENT', 'Noor')
  const noor = await as('Noor')
  const { page } = noor
  await page.route('**/api/v1/device-check/token', (route) => route.abort())
  await page.goto('/check')
  await expect(page.getByText('Your connection couldn’t be checked')).toBeVisible()
  await page.unroute('**/api/v1/device-check/token')
  await page.addInitScript(() => {
    Object.assign(window, {
      WebSocket: class {
        constructor() {
          throw new DOMException('', 'SecurityError')
        }
      },
    })
  })
  const answerReady = (degraded: string[]) =>
    page.route('**/api/health/ready', (route) =>
      route.fulfill({ json: { success: true, data: { degraded } } }),
    )
  await answerReady(['liveKit'])
  await page.reload()
  await expect(page.getByText('Your connection couldn’t be checked')).toBeVisible()
  await answerReady([])
  await page.reload()
  await expect(page.getByText('This network blocks live classes')).toBeVisible()
  await expect(page.getByText('UDP, blocked')).toBeVisible()
  await expectNoViolations(page)
})

test('the device check token opens no session, and the device check API requires a sign-in', async ({
  school,
  installation,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], status: 'in_progress' })
  const path = '/api/v1/device-check/token'
  const response = await school.api('Noor').send('POST', path)
  const { url, token, roomName } = roomToken.parse((await response.json()).data)
  expect(roomName).not.toContain(session)
  for (const room of [roomName, `session-${session}`]) {
    const answer = await fetch(`${url.replace(/^ws/, 'http')}/twirp/livekit.RoomService/ListParticipants`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ room }),
    })
    expect(answer.status).toBe(401)
  }
  for (const [method, address] of [
    ['POST', path],
    ['GET', '/api/v1/device-check'],
    ['PUT', '/api/v1/device-check'],
  ] as const) {
    expect((await fetch(`${installation.baseUrl}${address}`, { method })).status).toBe(401)
  }
  expect((await school.api('Noor').send('PUT', '/api/v1/device-check', { camera: 'fine' })).status).toBe(400)
})
