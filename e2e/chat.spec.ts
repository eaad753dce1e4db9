import { expect } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'

test('chat messages persist: public and private, with code, replies and mentions', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo', 'Yuki'] })
  const [leila, noor, mateo, yuki] = [
    await as('Leïla'),
    await as('Noor'),
    await as('Mateo'),
    await as('Yuki'),
  ]
  for (const visitor of [leila, noor, mateo]) await visitor.enter(session)

  await noor.page.keyboard.press('c')
  await expect(noor.panel.getByText('No messages yet')).toBeVisible()
  await noor.sendMessage('Does `default` still narrow? See https://typescriptlang.org/docs.')
  await expect(noor.chat.getByRole('link', { name: 'typescriptlang.org/docs' })).toHaveAttribute(
    'rel',
    'noopener noreferrer',
  )
  // The other participants' chat panels are closed, so the message counts as unread.
  await expect(leila.panel.getByRole('tab', { name: 'Chat 1' })).toBeVisible()
  await leila.panel.getByRole('tab', { name: /Chat/ }).click()
  await expect(leila.chat.getByText('New', { exact: true })).toBeVisible()
  await expectNoViolations(leila.page)

  await leila.openMessageAction('Noor', 'Reply')
  // Enter accepts the suggested name.
  await leila.sendMessage('Good question, @No')
  await leila.page.keyboard.type('add this:')
  await leila.panel.getByRole('button', { name: 'Insert code block' }).click()
  await expect(leila.panel.getByLabel('Code language')).toHaveValue('ts')
  await expectNoViolations(leila.page)
  await leila.page.keyboard.type('const rest: never = p')
  await leila.page.keyboard.press('Control+End')
  await leila.page.keyboard.press('Enter')
  const answer = noor.chat.getByRole('listitem').filter({ hasText: 'const rest' })
  await expect(answer.getByText('@Noor')).toBeVisible()
  await expect(answer.getByText('TypeScript', { exact: true })).toBeVisible()
  await expect(answer.locator('pre span', { hasText: 'const' })).toBeVisible()
  await expect(answer).toContainText('You Does')
  await expectNoViolations(noor.page)

  // A private message to the trainer.
  await noor.panel.getByLabel('To', { exact: true }).selectOption('Leïla (private)')
  await noor.sendMessage('I have to leave at seven.')
  await expect(leila.chat.getByText('I have to leave at seven.')).toBeVisible()
  await mateo.page.keyboard.press('c')
  await expect(mateo.chat.getByText('const rest')).toBeVisible()
  await expect(mateo.chat.getByText('I have to leave at seven.')).toHaveCount(0)

  // The messages are still there after a reload and for a late participant.
  await noor.page.reload()
  await noor.expectInside()
  await yuki.enter(session)
  for (const visitor of [noor, yuki]) {
    await visitor.page.keyboard.press('c')
    await expect(visitor.chat.getByText('const rest')).toBeVisible()
  }
  await expect(noor.chat.getByText('I have to leave at seven.')).toBeVisible()
  await expect(yuki.chat.getByText('I have to leave at seven.')).toHaveCount(0)
})

test('the trainer removes a message and locks chat; a message sent while offline arrives once', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [leila, noor, mateo] = [await as('Leïla'), await as('Noor'), await as('Mateo')]
  for (const visitor of [leila, noor, mateo]) {
    await visitor.enter(session)
    await visitor.page.keyboard.press('c')
  }
  await mateo.sendMessage('Something rude')
  await leila.openMessageAction('Mateo', 'Remove message')
  await expect(
    leila.chat.getByText('You removed this message. Only an admin can still read it.'),
  ).toBeVisible()
  for (const visitor of [noor, mateo])
    await expect(visitor.chat.getByText('Leïla removed this message.')).toBeVisible()
  for (const visitor of [leila, noor, mateo])
    await expect(visitor.chat.getByText('Something rude')).toHaveCount(0)

  await noor.page.context().setOffline(true)
  await noor.sendMessage('Sent from a tunnel')
  await expect(
    noor.panel.getByText('You’re offline. 1 message will be sent once you’re back online.'),
  ).toBeVisible()
  await expectNoViolations(noor.page)
  await noor.page.context().setOffline(false)
  await expect(
    noor.panel.getByText('You’re offline. 1 message will be sent once you’re back online.'),
  ).toBeHidden()
  for (const visitor of [leila, noor, mateo])
    await expect(visitor.chat.getByText('Sent from a tunnel')).toHaveCount(1)

  const answer = await school
    .api('Leïla')
    .send('PATCH', `/api/v1/sessions/${session}/locks`, { locks: { chat: true } })
  expect(answer.status).toBe(200)
  await expect(mateo.panel.getByText(/The chat is locked/)).toBeVisible()
  await expectNoViolations(mateo.page)
  await mateo.panel.getByRole('button', { name: 'Message Leïla privately' }).click()
  await expect(mateo.panel.getByRole('textbox')).toBeFocused()
  await mateo.page.keyboard.type('May I write?')
  await mateo.page.keyboard.press('Enter')
  await expect(leila.chat.getByText('May I write?')).toBeVisible()
  const refused = await school
    .api('Mateo')
    .send('POST', `/api/v1/sessions/${session}/messages`, { id: crypto.randomUUID(), text: 'To all' })
  expect(refused.status).toBe(409)
})

test('a long chat keeps its scroll position: earlier messages load above, new ones are counted below', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [mateo, many] = [school.personCalled('Mateo'), 250]
  const ids = Array.from({ length: many }, () => crypto.randomUUID())
  await school.database.classroom.create({ data: { sessionId: session, number: many } })
  await school.database.message.createMany({
    data: ids.map((id, index) => ({
      id,
      sessionId: session,
      number: index + 1,
      changeNumber: index + 1,
      authorId: mateo.id,
      text: `Line ${index + 1} of the chat`,
      // The last message replies to a message on another page.
      replyToId: index === many - 1 ? ids[0] : null,
      createdAt: new Date(),
    })),
  })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  for (const visitor of [leila, noor]) await visitor.enter(session)
  await noor.page.keyboard.press('c')
  const last = noor.chat.getByRole('listitem').filter({ hasText: 'Line 250 of the chat' })
  await expect(last).toBeInViewport()
  await expect(last).toContainText('Mateo Line 1 of the chat')

  const earliest = noor.chat.getByText('Line 151 of the chat', { exact: true })
  const earlier = noor.chat.getByRole('button', { name: 'Earlier messages' })
  await earlier.scrollIntoViewIfNeeded()
  await expect(earliest).toBeInViewport()
  await earlier.press('Enter')
  await expect(noor.chat.getByText('Line 51 of the chat', { exact: true })).toBeAttached()
  await expect(earliest).toBeInViewport()
  await expect(noor.panel.getByRole('button', { name: /new message/ })).toHaveCount(0)

  await leila.page.keyboard.press('c')
  await leila.sendMessage('Something new')
  await expect(noor.panel.getByRole('button', { name: '1 new message' })).toBeVisible()
  await expect(earliest).toBeInViewport()
  await expectNoViolations(noor.page)
  await noor.panel.getByRole('button', { name: '1 new message' }).click()
  await expect(noor.chat.getByText('Something new')).toBeInViewport()
  await expect(noor.panel.getByRole('button', { name: '1 new message' })).toBeHidden()
})

test('a draft and its recipient are kept after switching panels, and when the text is too long', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const noor = await as('Noor')
  await noor.enter(session)
  await noor.page.keyboard.press('c')
  await noor.panel.getByLabel('To', { exact: true }).selectOption('Leïla (private)')
  await noor.panel.getByRole('textbox', { name: 'Message Leïla (private)' }).fill('Only for you')
  await noor.panel.getByRole('tab', { name: /People/ }).click()
  await noor.panel.getByRole('tab', { name: /Chat/ }).click()
  const field = noor.panel.getByRole('textbox', { name: 'Message Leïla (private)' })
  await expect(field).toHaveValue('Only for you')

  const fits = `${'So that is why. '.repeat(249)}And so are they.`
  await field.fill(`${fits} Look at it!`)
  await field.press('Enter')
  await noor.panel.getByRole('button', { name: 'Send' }).click()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(`${fits} Look at it!`)
  await expect(noor.panel.getByRole('status').filter({ hasText: '12 characters too long' })).toBeAttached()
  await expectNoViolations(noor.page)
  await expect(noor.chat.getByText('And so are they.')).toHaveCount(0)
  await field.fill(fits)
  await field.press('Enter')
  await expect(noor.chat.getByText('And so are they.')).toBeVisible()
  await expect(field).toHaveValue('')
})

test('an admin reviews a chat with private and removed messages, and the review is in the audit trail', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const path = `/api/v1/sessions/${session}/messages`
  const leila = await as('Leïla')
  await leila.enter(session)
  const mateo = await as('Mateo')
  await mateo.enter(session)
  await expect(mateo.page.getByText('Waiting for your trainer to start the class')).toBeHidden()
  const rude = crypto.randomUUID()
  await school.api('Mateo').send('POST', path, { id: rude, text: 'Something rude' })
  await school.api('Leïla').send('DELETE', `${path}/${rude}`)
  const noor = school.personCalled('Noor').id
  const privately = { id: crypto.randomUUID(), text: 'He is rude.', privateWith: noor }
  await school.api('Noor').send('POST', path, privately)

  const { page } = await as('Marta')
  await page.goto(`/sessions/${session}`)
  await page.getByRole('link', { name: 'Review chat' }).click()
  await expect(page.getByRole('heading', { name: 'Chat review' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Something rude' })).toContainText(
    'Removed by Leïla',
  )
  await expect(page.getByRole('listitem').filter({ hasText: 'He is rude.' })).toContainText(
    'Private: Noor and the trainer',
  )
  await expectNoViolations(page)
  const looks = await school.database.auditEvent.count({
    where: { subjectId: session, action: 'chat_reviewed' },
  })
  expect(looks).toBe(1)
  await leila.page.goto(`/admin/sessions/${session}/chat`)
  await expect(leila.page.getByText('He is rude.')).toHaveCount(0)
  const refused = await school.api('Leïla').send('GET', `/api/v1/admin/sessions/${session}/messages`)
  expect(refused.status).toBe(403)
})
