import { expect, type Page } from '@playwright/test'
import { DAY_MS, DAY_S } from '#lib/kernel/durations.ts'
import { test } from './fixtures.ts'
import { holdCode } from './hold-code.ts'

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** next-auth's answer to a sign-out, which needs no signed-in user. */
async function signOut(request: Page['request'], form: Record<string, string>): Promise<unknown> {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const answer = await request.post('/api/auth/signout', { form: { ...form, csrfToken, json: 'true' } })
  expect(answer.status(), JSON.stringify(form)).toBe(200)
  return answer.json()
}

test('sign-in leads to the requested page', async ({ page }) => {
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount/)
  await signIn(page, 'student2@caravan.test', 'caravan-demo')
  await expect(page).toHaveURL(/\/account$/)
})

test('sign-in does not lead to another site', async ({ page }) => {
  await page.goto('/sign-in?next=https://elsewhere.test/')
  await signIn(page, 'student3@caravan.test', 'caravan-demo')
  await expect(page).toHaveURL(/\/student$/)
})

test('a disguised address of another site leads home, after sign-in and when already signed in', async ({
  page,
}) => {
  await page.goto('/sign-in?next=%2F.%2F%2Fevil.test%2Fx')
  await signIn(page, 'student7@caravan.test', 'caravan-demo')
  await expect(page).toHaveURL(/\/student$/)
  for (const next of [
    '/.//evil.test/x',
    '/..//evil.test',
    '/x/..//evil.test',
    '/%2e%2e//evil.test',
    '/./\\evil.test',
  ]) {
    const answer = await page.request.get(`/sign-in?next=${encodeURIComponent(next)}`, { maxRedirects: 0 })
    expect(answer.status(), next).toBe(307)
    expect(answer.headers().location, next).toBe('/')
  }
})

test('next-auth answers an unusual callback address with an address of this site', async ({
  request,
  baseURL,
}) => {
  const answers: [given: string, leadsTo: string][] = [
    ['/sign-in', '/sign-in'],
    ['%2f%2fevil.test', '/%2f%2fevil.test'],
    ['\\\\evil.test', '/'],
    ['https://evil.test/x', '/'],
    [`${baseURL}.evil.test`, '/'],
    ['https://school.test:99999/', '/'],
  ]
  for (const [given, leadsTo] of answers) {
    expect(await signOut(request, { callbackUrl: given }), given).toEqual({ url: `${baseURL}${leadsTo}` })
  }
  const inQuery = await request.get('/api/auth/csrf?callbackUrl=%5C%5Cevil.test')
  expect(inQuery.status()).toBe(200)
})

test('a wrong password and an unknown e-mail get the same message', async ({ page }) => {
  for (const email of ['student4@caravan.test', 'nobody@caravan.test']) {
    await page.goto('/sign-in')
    await signIn(page, email, 'not the password')
    await expect(page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible()
  }
})

test('signing out takes effect at once, also for a copied cookie', async ({ page, baseURL }) => {
  await page.goto('/sign-in')
  await signIn(page, 'student5@caravan.test', 'caravan-demo')
  await expect(page).toHaveURL(/\/student$/)
  const kept = await page.context().cookies()
  await page
    .getByRole('button', { name: /account|Kwame/i })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.context().addCookies(kept)
  const answer = await page.request.get(`${baseURL}/api/v1/me`)
  expect(answer.status()).toBe(401)
})

test('a click on “Sign out” before the page’s code has loaded takes effect once it has', async ({ page }) => {
  await page.goto('/sign-in')
  await signIn(page, 'student6@caravan.test', 'caravan-demo')
  await expect(page).toHaveURL(/\/student$/)
  const releaseCode = await holdCode(page)
  await page.reload({ waitUntil: 'commit' })
  await page
    .getByRole('button', { name: /account/i })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  releaseCode()
  await expect(page).toHaveURL(/\/sign-in/)
})

test('after a sign-out elsewhere, an open page has no rights at its next request', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const noor = await as('Noor')
  await noor.openPreview(session)
  await school.database.user.update({
    where: { id: school.personCalled('Noor').id },
    data: { disabledAt: new Date() },
  })
  const answer = await noor.page.request.post(`/api/v1/admin/sessions/${session}/livekit-token`)
  expect(answer.status()).toBe(401)
})

test('a sign-in lasts until the browser closes, or 30 days if chosen', async ({ page }) => {
  const sessionCookie = async () => {
    const cookies = await page.context().cookies()
    return cookies.find(({ name }) => name.endsWith('next-auth.session-token'))
  }
  const signOutHere = async () => {
    await page
      .getByRole('button', { name: /account|student/i })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
  }
  const keep = page.getByRole('checkbox', { name: /Keep me signed in/ })

  await page.goto('/sign-in')
  await expect(keep).not.toBeChecked()
  await signIn(page, 'student8@caravan.test', 'caravan-demo')
  await expect(page).toHaveURL(/\/student$/)
  expect((await sessionCookie())?.expires).toBe(-1)

  await signOutHere()
  await keep.check()
  await signIn(page, 'student8@caravan.test', 'caravan-demo')
  await expect(page).toHaveURL(/\/student$/)
  const days = ((await sessionCookie())?.expires ?? 0) / DAY_S - Date.now() / DAY_MS
  expect(Math.round(days)).toBe(30)

  await signOutHere()
  expect(await sessionCookie()).toBeUndefined()
  await expect(keep).toBeChecked()
})

test('signing in ends the browser’s previous sign-in', async ({ page, request }) => {
  const meWith = (cookie: string) => request.get('/api/v1/me', { headers: { cookie } })
  await page.goto('/sign-in')
  await signIn(page, 'student9@caravan.test', 'caravan-demo')
  await expect(page).toHaveURL(/\/student$/)
  const [held] = (await page.context().cookies()).filter(({ name }) => name.endsWith('session-token'))
  const cookie = `${held?.name}=${held?.value}`
  expect((await meWith(cookie)).status()).toBe(200)

  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const form = { email: 'student9@caravan.test', password: 'caravan-demo', csrfToken, json: 'true' }
  await page.request.post('/api/auth/callback/credentials', { form })
  expect((await meWith(cookie)).status()).toBe(401)
})
