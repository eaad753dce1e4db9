import { expect } from '@playwright/test'
import { DAY_MS } from '#lib/kernel/durations.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'

test('a student sees a cancellation on the open page and reads the reason', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], startsInHours: 30 })
  const { page } = await as('Noor')
  await page.goto('/student')
  const bell = page.getByRole('banner').getByRole('link', { name: /^Notices/ })
  await expect(bell).toHaveAccessibleName('Notices')
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }))

  await school.api('Marta').cancel(session, 'The trainer is ill.')
  // The notice is sent once the change can no longer be undone.
  await expect(bell).toHaveAccessibleName('Notices, 1 new')
  expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true)

  await bell.focus()
  await page.keyboard.press('Enter')
  const notice = page.getByRole('listitem').filter({ hasText: 'Cancelled: ' })
  await expect(notice).toContainText('New: ')
  await expect(notice).toContainText('The trainer is ill.')
  await expectNoViolations(page)

  await page.getByRole('button', { name: 'Mark all as read' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('nothing new')).toBeVisible()
  await expect(bell).toHaveAccessibleName('Notices')
  await notice.getByRole('link', { name: /^Open: / }).press('Enter')
  await expect(page).toHaveURL(new RegExp(`/sessions/${session}$`))
})

test('a reminder appears on the open page and leads into the class', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], startsInHours: 0.2 })
  const { page } = await as('Noor')
  await page.goto('/notices')
  const join = page.getByRole('link', { name: 'Join class' })
  await expect(join.or(page.getByRole('heading', { name: 'No notices yet' }))).toBeVisible()
  // Due reminders are looked up every 30 s.
  await expect(join).toBeVisible()
  await join.click()
  await expect(page).toHaveURL(new RegExp(`/sessions/${session}/room`))
  await expect
    .poll(() =>
      school.database.notice.count({ where: { userId: school.personCalled('Noor').id, readAt: null } }),
    )
    .toBe(0)
})

test('notice settings are chosen with the keyboard and saved at once', async ({ school, as }) => {
  await school.person('STUDENT', 'Noor')
  const { page } = await as('Noor')
  await page.goto('/notices')
  const mail = page.getByRole('checkbox', { name: 'Reminders 24 hours before class: by e-mail' })
  await expect(page.getByRole('checkbox', { name: 'Schedule changes: in the app' })).toBeDisabled()
  await mail.focus()
  await page.keyboard.press('Space')
  await expect(mail).not.toBeChecked()
  const kept = async () => (await school.api('Noor').send('GET', '/api/v1/notices/preferences')).json()
  await expect.poll(kept).toMatchObject({ data: { mutedInApp: [], mutedByMail: ['day_before'] } })
  await page.reload()
  await expect(mail).not.toBeChecked()
})

test('an admin reads unsent e-mails and passes on an invitation', async ({ school, as }) => {
  const ana = await school.person('STUDENT', 'Ana')
  const { id } = await school.database.invitation.create({
    data: { userId: ana.id, purpose: 'invitation', expiresAt: new Date(Date.now() + DAY_MS) },
  })
  await school.database.notice.create({
    data: {
      userId: ana.id,
      kind: 'invited',
      facts: { invitationId: id, classId: null },
      key: `invitation:${id}`,
      inApp: false,
      mail: 'waiting',
    },
  })
  const { page } = await as('Marta')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/admin/schedule')
  await page.getByRole('link', { name: 'Outgoing e-mails' }).first().click()
  await expect(page.getByText('No mail server is set up')).toBeVisible()
  const letter = page.getByRole('listitem').filter({ hasText: ana.email })
  await expect(letter).toContainText('Waiting for mail server')
  await letter.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(letter).toContainText('Set a password to get started.')
  await letter.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Link copied. It works once.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`/invitation/${id}.`)
  await expectNoViolations(page)
  await letter.getByRole('radio', { name: 'HTML' }).check({ force: true })
  const preview = letter.frameLocator('iframe')
  await expect(preview.getByRole('heading', { name: 'You’re invited to Koding Caravan' })).toBeVisible()
})

test('one press unsubscribes from a kind of e-mail without a sign-in; opening the page alone does not', async ({
  school,
  browser,
  installation: { baseUrl },
}) => {
  const noor = await school.person('STUDENT', 'Noor')
  const { id: classId } = await school.database.class.findFirstOrThrow({ select: { id: true } })
  await school.database.notice.create({
    data: { userId: noor.id, kind: 'enrolled', facts: { classId }, key: 'e', inApp: true, mail: 'waiting' },
  })
  const mailbox = await (await school.api('Marta').send('GET', '/api/v1/admin/mailbox?limit=100')).json()
  const letter = mailbox.data.items.find(
    (item: { to: { address: string } }) => item.to.address === noor.email,
  )
  const link = /http\S+\/mail-preferences\/\S+/.exec(letter.text)?.[0] ?? ''
  const muted = async () =>
    (await school.database.user.findUniqueOrThrow({ where: { id: noor.id } })).mutedByMail

  const stranger = await browser.newContext({ baseURL: baseUrl })
  const page = await stranger.newPage()
  await page.goto(link)
  await expect(page.getByRole('button', { name: 'Stop these e-mails' })).toBeFocused()
  await expectNoViolations(page)
  expect(await muted()).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'E-mails turned off' })).toBeVisible()
  expect(await muted()).toEqual(['changes'])
  await page.getByRole('button', { name: 'Turn e-mails back on' }).click()
  await expect(page.getByRole('heading', { name: 'E-mails turned on' })).toBeVisible()
  expect(await muted()).toEqual([])
  await stranger.close()

  // One-click unsubscribe, as a mail program sends it.
  const oneClick = link.replace('/mail-preferences/', '/api/v1/mail-preferences/')
  expect((await fetch(oneClick)).status).toBe(405)
  expect(await muted()).toEqual([])
  const answer = await fetch(oneClick, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(answer.status).toBe(200)
  expect(await muted()).toEqual(['changes'])
})
