import { expect, type Locator } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'
import { framesReceived, keepPeerConnections, trackOf, widestSent } from './peer-connections.ts'

test('all participants of a class see each other, and the trainer ends it', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo', 'Yuki'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await keepPeerConnections(noor.page)
  const visitors = [leila, noor, await as('Mateo'), await as('Yuki')]
  for (const visitor of visitors) await visitor.enter(session)
  for (const visitor of visitors) {
    const others = visitors.filter((one) => one !== visitor)
    await Promise.all(others.map((other) => visitor.expectMoving(visitor.pictureOf(other.name))))
  }

  // Hidden pictures are not received: on a phone in landscape the strip shows two people, including the viewer.
  const yuki = noor.pictureOf('Yuki')
  const track = await trackOf(yuki)
  await noor.page.setViewportSize({ width: 800, height: 400 })
  await expect(yuki).toBeHidden()
  await expect(async () => {
    const before = await framesReceived(noor.page, track)
    expect(before).toBeGreaterThan(0)
    await noor.expectMoving(noor.pictureOf('Leïla'))
    expect(await framesReceived(noor.page, track)).toBe(before)
  }).toPass()
  await noor.page.setViewportSize({ width: 1280, height: 720 })
  await noor.expectMoving(yuki)

  await leila.press('End class')
  await leila.page.getByRole('button', { name: 'End for everyone' }).click()
  for (const visitor of visitors) {
    await expect(visitor.page.getByRole('heading', { name: /ended/i })).toBeVisible()
  }
})

test('the trainer’s shared screen reaches the students', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await keepPeerConnections(leila.page)
  await leila.enter(session)
  await noor.enter(session)
  await leila.press('Share')
  const screen = noor.screenOf('Leïla')
  await noor.expectMoving(screen)
  // The screen is shown large, and in a large window at the resolution that is shared.
  await noor.page.setViewportSize({ width: 1920, height: 1080 })
  const stage = noor.page.getByRole('region', { name: 'Main view' })
  await expect.poll(() => shownWidth(screen)).toBeGreaterThan((await shownWidth(stage)) / 2)
  const shared = await widestSent(leila.page)
  expect(shared).toBeGreaterThan(0)
  await expect
    .poll(() => screen.evaluate((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0)))
    .toBe(shared)
})

test('a student who leaves can rejoin', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await leila.enter(session)
  await noor.enter(session)
  await leila.expectMoving(leila.pictureOf('Noor'))
  await noor.press('Leave')
  await expect(leila.pictureOf('Noor')).toBeHidden()
  await noor.page.getByRole('button', { name: 'Rejoin' }).click()
  await noor.expectInside()
  await leila.expectMoving(leila.pictureOf('Noor'))
})

test('a removed student is notified and stays out until allowed to rejoin', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [leila, noor, mateo] = [await as('Leïla'), await as('Noor'), await as('Mateo')]
  for (const visitor of [leila, noor, mateo]) await visitor.enter(session)
  await leila.expectListed('Noor', 'Mateo')
  await leila.actOnPerson('Noor', /Remove from class/)
  await leila.page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(noor.page.getByRole('heading', { name: /removed/i })).toBeVisible()
  await mateo.expectMoving(mateo.pictureOf('Leïla'))

  const refused = await noor.page.request.post(`/api/v1/admin/sessions/${session}/livekit-token`)
  expect(refused.status()).toBe(403)
  await noor.page.reload()
  await expect(noor.page.getByRole('heading', { name: /removed/i })).toBeVisible()

  await leila.page.getByRole('button', { name: 'Allow Noor to rejoin' }).click()
  await noor.page.getByRole('button', { name: 'Rejoin' }).click()
  await noor.expectInside()
  await leila.expectMoving(leila.pictureOf('Noor'))
})

test('a student’s pages follow a seat that is removed and given back; a student erased in class is notified and leaves all lists', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  for (const visitor of [leila, noor]) await visitor.enter(session)
  const beside = await noor.page.context().newPage()
  await beside.goto(`/sessions/${session}`)
  const join = beside.getByRole('link', { name: 'Join class' })
  await expect(join).toBeVisible()
  const [marta, { id }] = [school.api('Marta'), school.personCalled('Noor')]
  const seat = (method: string) =>
    marta.send(method, `/api/v1/admin/sessions/${session}/seats`, { studentIds: [id] })
  await seat('DELETE')
  await expect(noor.page.getByRole('heading', { name: 'You’re no longer in this class' })).toBeVisible()
  await expect(join).toBeHidden()
  await seat('POST')
  await expect(join).toBeVisible()
  await noor.join()
  await leila.expectMoving(leila.pictureOf('Noor'))

  await marta.send('POST', `/api/v1/admin/users/${id}/erase`)
  await expect(noor.page.getByRole('heading', { name: 'Your account was closed' })).toBeVisible()
  await expect(noor.page.getByRole('link', { name: 'Sign in' })).toHaveCount(0)
  await expectNoViolations(noor.page)
  await expect(leila.panel.getByText('Noor', { exact: true })).toBeHidden()
  await expect(leila.panel.getByText('Mateo', { exact: true })).toBeVisible()
  await expect(leila.panel.getByText(/Former student/)).toHaveCount(0)
})

async function shownWidth(element: Locator): Promise<number> {
  return (await element.boundingBox())?.width ?? 0
}
