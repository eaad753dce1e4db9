import { expect } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'

test('the trainer mutes everybody in two clicks, then stops one camera; each is told, and may speak again', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [leila, noor, mateo] = [await as('Leïla'), await as('Noor'), await as('Mateo')]
  for (const visitor of [leila, noor, mateo]) {
    await visitor.enter(session)
    await visitor.speaks()
  }
  const people = leila.page.getByRole('complementary', { name: 'People' })
  await expect(people.getByText('Noor', { exact: true })).toBeVisible()
  await expectNoViolations(leila.page)
  // The panel is open where there is room for it: it would be the first click.
  await people.getByRole('button', { name: 'Mute all' }).click()
  for (const student of [noor, mateo]) {
    await student.isMuted()
    await expect(student.page.getByText('Your trainer muted you.')).toBeVisible()
  }
  await expect(leila.controls.getByRole('button', { name: 'Mute', exact: true })).toBeVisible()
  await expect(people.getByRole('img', { name: /Noor.*muted/i })).toBeVisible()
  await expectNoViolations(noor.page)

  await noor.page.getByRole('status').getByRole('button', { name: 'Unmute' }).click()
  await expect(noor.page.getByText('Your trainer muted you.')).toBeHidden()
  await expect(people.getByRole('img', { name: /Noor.*muted/i })).toBeHidden()

  // By keyboard, of one.
  await people.getByRole('button', { name: 'Actions for Noor' }).press('Enter')
  await leila.page.getByRole('menuitem', { name: 'Stop camera' }).press('Enter')
  await expect(noor.page.getByText('Your trainer stopped your camera.')).toBeVisible()
  await expect(leila.pictureOf('Noor')).toBeHidden()

  // What one switches off oneself is nobody's doing.
  await noor.press('Mute')
  await noor.isMuted()
  await expect(noor.page.getByText('Your trainer muted you.')).toBeHidden()
})

test('students mute nobody: neither by the page, nor by our API', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [noor, mateo] = [await as('Noor'), await as('Mateo')]
  for (const visitor of [noor, mateo]) {
    await visitor.enter(session)
    await visitor.speaks()
  }
  const people = noor.page.getByRole('complementary', { name: 'People' })
  await expect(people.getByText('Mateo', { exact: true })).toBeVisible()
  await expect(people.getByRole('button', { name: 'Mute all' })).toHaveCount(0)
  await people.getByRole('button', { name: 'Actions for Mateo' }).click()
  await expect(noor.page.getByRole('menuitem', { name: 'Mute' })).toHaveCount(0)
  const answer = await school
    .api('Noor')
    .send('POST', `/api/v1/sessions/${session}/mutes`, { source: 'microphone' })
  expect(answer.status).toBe(403)
  await expect(mateo.controls.getByRole('button', { name: 'Mute', exact: true })).toBeVisible()
})
