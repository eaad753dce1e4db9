import { expect } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'

test('what is written stays with the class: to all, to the trainer alone, with code, replies and names', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo', 'Yuki'] })
  const [leila, noor, mateo, yuki] = [
    await as('Leïla'),
    await as('Noor'),
    await as('Mateo'),
    await as('Yuki'),
  ]
  for (const visitor of [leila, noor, mateo]) await visitor.enter(session)

  await noor.page.keyboard.press('c')
  await expect(noor.panel.getByText('Nothing was written yet')).toBeVisible()
  await noor.writes('Does `default` still narrow? See https://typescriptlang.org/docs.')
  await expect(noor.chat.getByRole('link', { name: 'typescriptlang.org/docs' })).toHaveAttribute(
    'rel',
    'noopener noreferrer',
  )
  // Nobody looks at the others' chats: it is counted.
  await expect(leila.panel.getByRole('tab', { name: 'Chat 1' })).toBeVisible()
  await leila.panel.getByRole('tab', { name: /Chat/ }).click()
  await expect(leila.chat.getByText('New', { exact: true })).toBeVisible()
  await expectNoViolations(leila.page)

  await leila.actOn('Noor', 'Reply')
  // Enter takes the name that is offered.
  await leila.writes('Good question, @No')
  await leila.page.keyboard.type('add this:')
  await leila.panel.getByRole('button', { name: 'Insert a block of code' }).click()
  await leila.page.keyboard.type('const rest: never = p')
  await leila.page.keyboard.press('Control+End')
  await leila.page.keyboard.press('Enter')
  const answer = noor.chat.getByRole('listitem').filter({ hasText: 'const rest' })
  await expect(answer.getByText('@Noor')).toBeVisible()
  await expect(answer.getByText('TypeScript', { exact: true })).toBeVisible()
  await expect(answer.locator('pre span', { hasText: 'const' })).toBeVisible()
  await expect(answer).toContainText('Noor Does')
  await expectNoViolations(noor.page)

  // To the trainer alone.
  await noor.panel.getByLabel('To', { exact: true }).selectOption('Leïla only')
  await noor.writes('I have to leave at seven.')
  await expect(leila.chat.getByText('I have to leave at seven.')).toBeVisible()
  await mateo.page.keyboard.press('c')
  await expect(mateo.chat.getByText('const rest')).toBeVisible()
  await expect(mateo.chat.getByText('I have to leave at seven.')).toHaveCount(0)

  // After a reload and for who comes late it is all there.
  await noor.page.reload()
  await noor.isInside()
  await yuki.enter(session)
  for (const visitor of [noor, yuki]) {
    await visitor.page.keyboard.press('c')
    await expect(visitor.chat.getByText('const rest')).toBeVisible()
  }
  await expect(noor.chat.getByText('I have to leave at seven.')).toBeVisible()
  await expect(yuki.chat.getByText('I have to leave at seven.')).toHaveCount(0)
})

test('the trainer removes and locks; what is sent over a lost connection is there once', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [leila, noor, mateo] = [await as('Leïla'), await as('Noor'), await as('Mateo')]
  for (const visitor of [leila, noor, mateo]) {
    await visitor.enter(session)
    await visitor.page.keyboard.press('c')
  }
  await mateo.writes('Something rude')
  await leila.actOn('Mateo', 'Remove message')
  for (const visitor of [leila, noor, mateo]) {
    await expect(visitor.chat.getByText('This message was removed.')).toBeVisible()
    await expect(visitor.chat.getByText('Something rude')).toHaveCount(0)
  }

  await noor.page.context().setOffline(true)
  await noor.writes('Sent from a tunnel')
  await expect(noor.panel.getByText('You are offline. It is sent by itself, once.')).toBeVisible()
  await expectNoViolations(noor.page)
  await noor.page.context().setOffline(false)
  await expect(noor.panel.getByText('You are offline. It is sent by itself, once.')).toBeHidden()
  for (const visitor of [leila, noor, mateo])
    await expect(visitor.chat.getByText('Sent from a tunnel')).toHaveCount(1)

  const answer = await school
    .api('Leïla')
    .send('PATCH', `/api/v1/sessions/${session}/locks`, { locks: { chat: true } })
  expect(answer.status).toBe(200)
  await expect(mateo.panel.getByText(/The chat is locked/)).toBeVisible()
  await expectNoViolations(mateo.page)
  await mateo.panel.getByLabel('To', { exact: true }).selectOption('Leïla only')
  await mateo.writes('May I write?')
  await expect(leila.chat.getByText('May I write?')).toBeVisible()
  const refused = await school
    .api('Mateo')
    .send('POST', `/api/v1/sessions/${session}/messages`, { id: crypto.randomUUID(), text: 'To all' })
  expect(refused.status).toBe(409)
})
