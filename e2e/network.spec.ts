import { expect } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { fakeConnectionQuality } from './fake-connection-quality.ts'
import { test } from './fixtures.ts'
import { framesReceived, keepPeerConnections } from './peer-connections.ts'

test('a weak network offers audio and screen only, others see it, and video returns automatically', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo', 'Yuki'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  const [mateo, yuki] = [await as('Mateo'), await as('Yuki')]
  const quality = await fakeConnectionQuality(noor.page)
  await keepPeerConnections(noor.page)
  await leila.enter(session)
  for (const student of [noor, mateo, yuki]) await student.enter(session)
  await noor.expectMoving(noor.pictureOf('Leïla'))
  await leila.expectMoving(leila.pictureOf('Noor'))
  for (const other of [mateo, yuki]) await expect(other.pictureOf('Noor')).toBeVisible()
  const userId = school.personCalled('Noor').id
  const { participantSid } = await school.database.presence.findFirstOrThrow({
    where: { sessionId: session, userId },
  })

  quality.isWeak(participantSid)
  await expect(
    noor.page.getByText('Weak connection. Turn off video and keep audio and shared screens?'),
  ).toBeVisible()
  await noor.page.getByRole('button', { name: 'Turn off video', exact: true }).click()
  await expect(noor.pictureOf('Leïla')).toBeHidden()
  for (const other of [leila, mateo, yuki]) await expect(other.pictureOf('Noor')).toBeHidden()
  await mateo.expectMoving(mateo.pictureOf('Yuki'))
  await expect(leila.panel.getByText('Audio only')).toBeVisible()
  // The video is not only hidden: no frames arrive.
  await expect(async () => {
    const before = await framesReceived(noor.page)
    await yuki.expectMoving(yuki.pictureOf('Leïla'))
    expect(await framesReceived(noor.page)).toBe(before)
  }).toPass()

  await noor.page.getByRole('button', { name: /^Your connection: Weak connection/ }).press('Enter')
  await expect(noor.panel.getByText('Your connection is weak')).toBeVisible()
  await expect(noor.panel.getByText('Leïla can see that you have audio and screen only.')).toBeVisible()
  await expect(noor.panel.getByRole('switch', { name: 'Audio and screen only' })).toBeChecked()
  await expect(noor.panel.getByText(/^(UDP|TCP|Relay), \d+ ms/)).toBeVisible()
  await expectNoViolations(noor.page)

  await noor.page.reload()
  await noor.expectInside()
  await expect(noor.page.getByText('Audio and screen only. Video returns automatically.')).toBeVisible()
  await expect(noor.pictureOf('Leïla')).toBeHidden()

  await leila.press('Share')
  await noor.expectMoving(noor.screenOf('Leïla'))

  await noor.expectMoving(noor.pictureOf('Leïla'))
  await expect(leila.panel.getByText('Audio only')).toBeHidden()
})

test('audio and screen only is chosen in one press, lasts until switched off, and the trainer is still heard', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await keepPeerConnections(noor.page)
  await leila.enter(session)
  await leila.unmute()
  await noor.enter(session)
  await noor.expectSound()
  await noor.page.getByRole('button', { name: /^Your connection:/ }).click()
  await expect(noor.panel.getByRole('img', { name: 'QR code for this class' })).toBeVisible()
  const only = noor.panel.getByRole('switch', { name: 'Audio and screen only' })
  await only.click()
  await expect(noor.pictureOf('Leïla')).toBeHidden()
  await expect(noor.panel.getByText('Stays on until you turn it off')).toBeVisible()
  await expect(leila.panel.getByText('Audio only')).toBeVisible()
  await noor.expectSound()
  await only.press('Space')
  await noor.expectMoving(noor.pictureOf('Leïla'))
  await leila.expectMoving(leila.pictureOf('Noor'))
  await expect(leila.panel.getByText('Audio only')).toBeHidden()
  await noor.expectSound()
  await leila.press('Mute')
  await noor.expectSilence(noor.pictureOf('Leïla'))
})
