import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

test('a class meets: everybody sees everybody, and the trainer ends it', async ({ school, as }) => {
  const students = ['Noor', 'Mateo', 'Yuki']
  const session = await school.session({ trainer: 'Leïla', students })
  const leila = await as('Leïla')
  await leila.enter(session)
  const visitors = [leila]
  for (const name of students) {
    const student = await as(name)
    await student.enter(session)
    visitors.push(student)
  }
  for (const visitor of visitors) {
    const others = visitors.filter((one) => one !== visitor)
    await Promise.all(others.map((other) => visitor.seesMoving(visitor.pictureOf(other.name))))
  }
  await leila.press('End class')
  await leila.page.getByRole('button', { name: 'End for all' }).click()
  for (const visitor of visitors) {
    await expect(visitor.page.getByRole('heading', { name: /ended/i })).toBeVisible()
  }
})

test('the trainer’s shared screen reaches the students', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await leila.enter(session)
  await noor.enter(session)
  await leila.press('Share')
  await noor.seesMoving(noor.screenOf('Leïla'))
})

test('who leaves finds the way back', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await leila.enter(session)
  await noor.enter(session)
  await leila.seesMoving(leila.pictureOf('Noor'))
  await noor.press('Leave')
  await expect(leila.pictureOf('Noor')).toBeHidden()
  await noor.page.getByRole('button', { name: 'Go back in' }).click()
  await noor.isInside()
  await leila.seesMoving(leila.pictureOf('Noor'))
})

test('who is removed is told, and stays out until let in again', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [leila, noor, mateo] = [await as('Leïla'), await as('Noor'), await as('Mateo')]
  for (const visitor of [leila, noor, mateo]) await visitor.enter(session)
  await leila.actOnPerson('Noor', /Remove from class/)
  await leila.page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(noor.page.getByRole('heading', { name: /removed/i })).toBeVisible()
  await mateo.seesMoving(mateo.pictureOf('Leïla'))

  const refused = await noor.page.request.post(`/api/v1/admin/sessions/${session}/livekit-token`)
  expect(refused.status()).toBe(403)
  await noor.page.reload()
  await expect(noor.page.getByRole('heading', { name: /removed/i })).toBeVisible()

  await leila.page.getByRole('button', { name: 'Let Noor in again' }).click()
  await noor.page.getByRole('button', { name: 'Go back in' }).click()
  await noor.isInside()
  await leila.seesMoving(leila.pictureOf('Noor'))
})
