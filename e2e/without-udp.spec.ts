import { expect } from '@playwright/test'
import { BROWSER_SWITCHES } from '#scripts/testing/browser-switches.ts'
import { expectRoute } from './expect-route.ts'
import { test } from './fixtures.ts'

// A network that blocks UDP, as in many offices and schools.
test.use({
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH || undefined,
    args: [...BROWSER_SWITCHES, '--force-webrtc-ip-handling-policy=disable_non_proxied_udp'],
  },
})

test('on a network that blocks UDP the check says so, and class works over TCP', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await noor.page.goto('/student')
  await noor.page.getByRole('link', { name: 'Check camera and audio' }).click()
  await expect(noor.page.getByText('UDP, blocked')).toBeVisible()
  await expect(noor.page.getByText('TCP, open')).toBeVisible()

  await expectRoute({ trainer: leila, student: noor, session }, 'TCP')
})
