import { expect } from '@playwright/test'
import { joinWithToken, publishVoice } from './device.ts'
import { test } from './own-installation.ts'

test.use({ webhooks: false })

test('without webhooks, a lock and a removal still apply to a student who returns with an older token', async ({
  school,
  as,
}) => {
  // With open admission no student waits for the class to start.
  const inClass = await school.course('ONLINE', 20, { admission: 'open' })
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], classId: inClass })
  const leila = await as('Leïla')
  const token = await school.api('Noor').roomToken(session)
  await leila.enter(session)
  await leila.press('Locks')
  const lock = leila.panel.getByRole('switch', { name: /Microphones/ })
  await lock.click()
  await expect(lock).toBeChecked()
  await leila.press('People')
  const noor = await joinWithToken(token)
  await publishVoice(noor)
  await expect(leila.panel.getByRole('img', { name: /Noor is muted. Locked/ })).toBeVisible()
  expect(noor.isConnected).toBe(true)

  await leila.actOnPerson('Noor', 'Remove from class…')
  await leila.page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect.poll(() => noor.isConnected).toBe(false)
  const again = await joinWithToken(token)
  await expect.poll(() => again.isConnected).toBe(false)
})
