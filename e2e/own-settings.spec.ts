import { expect } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'
import { keepPeerConnections, pullOutHeadset, sentVoice } from './peer-connections.ts'

test('a student hides self-view, turns off noise suppression, and opens the screen in picture-in-picture', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo', 'Yuki'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  const [mateo, yuki] = [await as('Mateo'), await as('Yuki')]
  for (const { page } of [leila, noor]) await keepPeerConnections(page)
  await leila.enter(session)
  for (const student of [noor, mateo, yuki]) await student.enter(session)
  await noor.unmute()
  await leila.expectMoving(leila.pictureOf('Noor'))

  const settings = noor.page.getByRole('button', { name: 'Settings' })
  await settings.press('Enter')
  await expectNoViolations(noor.page)
  const hideOwn = noor.page.getByRole('menuitemcheckbox', { name: 'Hide self-view' })
  await expect(hideOwn).not.toBeChecked()
  await hideOwn.press('Enter')
  await expect(noor.pictureOf('Noor')).toBeHidden()
  await expect(noor.page.getByText('You (self-view hidden)')).toBeVisible()
  for (const other of [leila, mateo, yuki]) await other.expectMoving(other.pictureOf('Noor'))

  expect(await sentVoice(noor.page)).toMatchObject({ noiseSuppression: true })
  await settings.press('Enter')
  await noor.page.getByRole('menuitemcheckbox', { name: 'Reduce background noise' }).press('Enter')
  await expect.poll(() => sentVoice(noor.page)).toMatchObject({ noiseSuppression: false })
  await expect(leila.panel.getByRole('img', { name: 'Noor is muted' })).toBeHidden()

  await noor.press('Choose microphone and speaker')
  const another = noor.page.getByRole('menuitemradio', { name: 'Fake Audio Input 2' })
  await expect(another).not.toBeChecked()
  await another.click()
  await expect.poll(() => sentVoice(noor.page)).toMatchObject({ device: 'Fake Audio Input 2' })
  await leila.expectSound()

  await leila.press('Share')
  await noor.expectMoving(noor.screenOf('Leïla'))
  await noor.page.getByRole('button', { name: 'Picture-in-picture: Leïla’s screen' }).press('Enter')
  await expect
    .poll(() => noor.page.evaluate(() => document.pictureInPictureElement?.getAttribute('aria-label')))
    .toBe('Leïla’s screen')

  await noor.page.reload()
  await noor.expectInside()
  await expect(noor.page.getByText('You (self-view hidden)')).toBeVisible()
  await settings.press('Enter')
  await expect(noor.page.getByRole('menuitemcheckbox', { name: 'Reduce background noise' })).not.toBeChecked()
})

test('unplugging a headset switches to a remaining device, and the student is still heard', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  for (const { page } of [leila, noor]) await keepPeerConnections(page)
  await leila.enter(session)
  await noor.enter(session)
  await noor.unmute()
  await expect(leila.panel.getByText('Noor', { exact: true })).toBeVisible()
  await expect(leila.panel.getByRole('img', { name: 'Noor is muted' })).toBeHidden()

  await leila.expectSound()

  const before = await sentVoice(noor.page)
  if (!before) throw new Error('Nothing is sent yet')
  await pullOutHeadset(noor.page)
  await expect.poll(() => sentVoice(noor.page)).toMatchObject({ id: expect.not.stringMatching(before.id) })
  await expect(noor.controls.getByRole('button', { name: 'Mute', exact: true })).toBeVisible()
  await expect(leila.panel.getByRole('img', { name: 'Noor is muted' })).toBeHidden()
  await leila.expectSound()
})
