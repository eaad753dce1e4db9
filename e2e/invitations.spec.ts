import { type Browser, expect, type Page } from '@playwright/test'
import type { Database } from '#lib/database/client.ts'
import { createLinks } from '#lib/kernel/links.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'

const PASSWORD = 'lanterns at dawn'

/** A browser without a sign-in. */
async function openSignedOut(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ baseURL, reducedMotion: 'reduce' })).newPage()
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** The link in the newest e-mail to an address. */
async function newestLinkOf(database: Database, email: string, baseUrl: string): Promise<string> {
  const { id } = await database.invitation.findFirstOrThrow({
    where: { user: { email } },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  })
  const links = createLinks({ authSecret: process.env.AUTH_SECRET ?? '', publicUrl: new URL(baseUrl) })
  return links.address(`/invitation/${links.sign('password', id)}`)
}

test('an admin invites two people and copies a link, which works once', async ({
  as,
  browser,
  installation: { baseUrl },
}) => {
  const domain = `${crypto.randomUUID()}.example`
  const { page } = await as('Marta')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/admin/people?search=${domain}`)
  await page.getByRole('link', { name: 'Invite people' }).first().click()
  const addresses = page.getByRole('textbox', { name: 'E-mail addresses' })
  await addresses.fill(`Ana Lima <ana@${domain}>\njonas@${domain}; kofi@slip`)
  const list = page.getByRole('list', { name: 'Addresses' })
  await expect(list.getByRole('listitem')).toHaveText([
    `Ana Lima, ana@${domain}`,
    `jonas@${domain}`,
    /kofi@slip.*This isn’t a valid e-mail address/,
  ])
  await expectNoViolations(page)
  await list.getByRole('button', { name: 'Remove kofi@slip' }).click()
  await page.getByRole('button', { name: 'Send 2 invitations' }).click()
  await expect(page.getByText('2 people were invited.')).toBeVisible()
  await expect(page.getByRole('row', { name: 'Invited, not joined yet 2' })).toBeVisible()

  await page.getByRole('button', { name: 'Invitation for Ana Lima' }).click()
  await page.getByRole('menuitem', { name: 'Copy link' }).click()
  await expect(page.getByText(/Link copied/)).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const path = new URL(link).pathname

  const ana = await openSignedOut(browser, baseUrl)
  const answer = await ana.goto(path)
  expect(answer?.headers()).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': expect.stringContaining('noindex'),
  })
  await expect(ana.getByRole('heading', { name: 'Welcome, Ana Lima' })).toBeVisible()
  await expect(ana.getByLabel('E-mail')).toHaveValue(`ana@${domain}`)
  await expectNoViolations(ana)
  await ana.getByLabel('Your name').fill('Ana Lima Costa')
  await ana.getByLabel('Password', { exact: true }).fill('password123')
  await ana.keyboard.press('Enter')
  await expect(ana.getByText(/too common/)).toBeVisible()
  await ana.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await ana.keyboard.press('Enter')
  await expect(ana).toHaveURL(/\/student$/)
  const cookies = await ana.context().cookies()
  expect(cookies.filter(({ value }) => decodeURIComponent(value).includes(path))).toEqual([])

  await ana.goto(path)
  await expect(ana.getByText(/has already been used/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: 'Ana Lima Costa' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Invited, not joined yet 1' })).toBeVisible()
  await ana.context().close()
})

test('an invitation is resent and revoked with the keyboard, and earlier links stop working', async ({
  school,
  as,
  installation: { baseUrl },
}) => {
  const email = `${crypto.randomUUID()}@school.example`
  await school.api('Marta').send('POST', '/api/v1/admin/invitations', { emails: [email], role: 'STUDENT' })
  const { page } = await as('Marta')
  const linkNow = async () => {
    const response = await school.api('Marta').send('GET', `/api/v1/admin/users?search=${email}`)
    const [person] = (await response.json()).data.items
    return person.invitation.link
  }
  const first = await linkNow()
  await page.goto(`/admin/people?search=${email}`)
  await page.getByRole('button', { name: /^Invitation for/ }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/was invited. Earlier links no longer work/)).toBeVisible()
  const second = await linkNow()
  expect(second).not.toBe(first)
  await page.getByRole('button', { name: /^Invitation for/ }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Invitation withdrawn.')).toBeVisible()
  for (const link of [first, second]) {
    const answer = await page.request.get(`${baseUrl}${new URL(link).pathname}`)
    expect(await answer.text()).toContain('replaced by a newer one')
  }
})

test('a password reset by link signs the person out everywhere else', async ({
  school,
  browser,
  installation: { baseUrl },
}) => {
  const email = `${crypto.randomUUID()}@school.example`
  await school.api('Marta').send('POST', '/api/v1/admin/users', {
    email,
    name: 'Noor Rahimi',
    role: 'STUDENT',
    password: 'the one that is forgotten',
  })
  const elsewhere = await openSignedOut(browser, baseUrl)
  await signIn(elsewhere, email, 'the one that is forgotten')
  await expect(elsewhere).toHaveURL(/\/student$/)

  const page = await openSignedOut(browser, baseUrl)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: /Forgot password/ }).click()
  await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible()
  for (const asked of [`nobody-${email}`, email]) {
    await page.getByLabel('E-mail').fill(asked)
    await page.keyboard.press('Enter')
    await expect(page.getByText(`If ${asked} has an account here, a link is on its way`)).toBeVisible()
  }
  await expectNoViolations(page)

  await page.goto(await newestLinkOf(school.database, email, baseUrl))
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Set new password' }).click()
  await expect(page).toHaveURL(/\/student$/)
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await elsewhere.context().close()
  await page.context().close()
})

test('an erased person leaves the list, and their history shows another name', async ({ school, as }) => {
  await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const { id, email } = school.personCalled('Noor')
  const { page } = await as('Marta')
  await page.goto(`/admin/people?search=${email}`)
  await page.getByRole('link', { name: 'Noor' }).click()
  await page.getByRole('button', { name: 'Erase…' }).focus()
  await page.keyboard.press('Enter')
  const asking = page.getByRole('alertdialog', { name: 'Erase Noor’s data?' })
  await expect(asking).toContainText('This can’t be undone.')
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(asking).toBeHidden()
  await expect(page.getByRole('button', { name: 'Erase…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await asking.getByRole('button', { name: 'Erase permanently' }).click()
  await expect(
    page.getByText(/Their history is now shown under the name Former student [0-9A-F]{4}/),
  ).toBeVisible()
  await expect(page.getByText('No people found')).toBeVisible()

  await page.goto(`/admin/people?panel=change&person=${id}`)
  await expect(page.getByRole('heading', { name: /^Former student / })).toBeVisible()
  await page.getByRole('link', { name: 'View history' }).click()
  await expect(page.getByText(/Former student [0-9A-F]{4}/).first()).toBeVisible()
  await expect(page.getByText('Erased a person')).toBeVisible()
})
