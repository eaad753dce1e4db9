import { expect } from '@playwright/test'
import { expectRoute } from './expect-route.ts'
import { test } from './own-installation.ts'
import type { Participant } from './participant.ts'

test.use({ relay: true })

/** Simulates a network that reaches only a relay. */
async function reachesOnlyRelays({ page }: Participant): Promise<void> {
  await page.addInitScript(() => {
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super({ ...configuration, iceTransportPolicy: 'relay' })
      }

      override setConfiguration(configuration?: RTCConfiguration) {
        super.setConfiguration({ ...configuration, iceTransportPolicy: 'relay' })
      }
    }
  })
}

test('on a network that reaches only a relay the check says so, and class works over it', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await reachesOnlyRelays(noor)
  await noor.page.goto('/student')
  await noor.page.getByRole('link', { name: 'Check camera and audio' }).click()
  await expect(noor.page.getByText('TURN, open')).toBeVisible()
  await expect(noor.page.getByText('UDP, blocked')).toBeVisible()
  await expect(noor.page.getByText('TCP, blocked')).toBeVisible()

  await expectRoute({ trainer: leila, student: noor, session }, 'Relay')
})
