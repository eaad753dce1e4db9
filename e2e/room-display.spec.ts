import { expect, type Page } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { expectToFit } from './expect-to-fit.ts'
import { test } from './fixtures.ts'
import { Participant } from './participant.ts'

/** The six-character code on the room display. */
async function codeOn(page: Page): Promise<string> {
  const label = await page.getByRole('img', { name: /^Code / }).getAttribute('aria-label')
  return (label ?? '').replace('Code', '').replaceAll(' ', '')
}

async function pairWithCode({ page, panel }: Participant, code: string): Promise<void> {
  await panel.getByRole('textbox', { name: 'Code' }).fill(code)
  await panel.getByRole('button', { name: 'Pair', exact: true }).click()
  await expect(
    page.getByText('This code isn’t valid').or(panel.getByText('Paired', { exact: true })),
  ).toBeVisible()
}

async function openPairing({ page }: Participant): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'Pair room display' }).click()
}

test('the trainer pairs the room display by its code: both sides see each other, it isn’t counted, unpairing disconnects it', async ({
  school,
  as,
  browser,
  installation,
}) => {
  const session = await school.session({
    trainer: 'Leïla',
    students: ['Noor', 'Mateo'],
    inPersonStudents: ['Karim'],
    status: 'in_progress',
  })
  const [leila, noor, mateo] = [await as('Leïla'), await as('Noor'), await as('Mateo')]
  for (const visitor of [leila, noor, mateo]) await visitor.enter(session)
  const context = await browser.newContext({
    baseURL: installation.baseUrl,
    permissions: ['camera', 'microphone'],
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 810 },
  })
  const hall = new Participant('Room display', await context.newPage())
  await hall.page.goto('/room-display')
  const code = await codeOn(hall.page)
  expect(code).toMatch(/^[2-9A-Z]{6}$/)
  await expectNoViolations(hall.page)
  await expectToFit(hall.page)
  await hall.page.reload()
  expect(await codeOn(hall.page)).toBe(code)

  await openPairing(leila)
  await pairWithCode(leila, 'AAAAAA')
  await expect(leila.panel.getByText(/4 attempts left/)).toBeVisible()
  await expectNoViolations(leila.page)
  await leila.panel.getByRole('button', { name: 'Try again' }).click()
  await pairWithCode(leila, code)
  await expect(leila.panel.getByText('Room display is connected to the class')).toBeVisible()
  await expectNoViolations(leila.page)

  await hall.expectMoving(hall.pictureOf('Noor'))
  await hall.expectMoving(hall.pictureOf('Mateo'))
  for (const visitor of [leila, noor, mateo]) await visitor.expectMoving(visitor.pictureOf('Room display'))
  await expect(hall.page.getByText('3 online, 0 in person')).toBeVisible()
  await expect(hall.page.getByRole('timer', { name: 'Class time' })).toHaveText(/^\d\d:\d\d$/)
  await expect(hall.page.getByRole('img', { name: 'QR code to join in companion mode' })).toBeVisible()
  await leila.page.getByRole('button', { name: 'Close panel' }).click()
  for (const visitor of [leila, noor]) {
    await expect(visitor.panel.getByRole('tab', { name: /^People/ })).toHaveText('People3')
  }
  await expect(noor.page.getByRole('button', { name: 'Settings' })).toBeVisible()
  await noor.page.getByRole('button', { name: 'Settings' }).click()
  await expect(noor.page.getByRole('menuitem', { name: 'Pair room display' })).toHaveCount(0)
  await noor.page.keyboard.press('Escape')
  const students = await school.database.presence.findMany({ where: { sessionId: session } })
  expect(new Set(students.map(({ userId }) => userId)).size).toBe(3)

  await school.api('Karim').send('POST', `/api/v1/sessions/${session}/hands`)
  await noor.press('Raise hand')
  const hands = hall.page.getByRole('region', { name: 'Raised hands, in order' }).getByRole('listitem')
  await expect(hands).toHaveText([/1Karim.*In person/, /2Noor.*Online/])
  await expectNoViolations(hall.page)
  await expectToFit(hall.page)

  await leila.press('Share')
  await hall.page.getByText('Both', { exact: true }).click()
  await hall.expectMoving(hall.screenOf('Leïla'))
  await hall.expectMoving(hall.pictureOf('Noor'))
  await expectNoViolations(hall.page)

  // The display reconnects without interaction after a reload or a disconnect.
  await hall.page.reload()
  await hall.expectMoving(hall.pictureOf('Noor'))
  await noor.expectMoving(noor.pictureOf('Room display'))

  await openPairing(leila)
  await leila.panel.getByRole('button', { name: 'Mute display' }).click()
  await expect(hall.page.getByRole('button', { name: 'Unmute display' })).toBeVisible()
  await leila.panel.getByRole('button', { name: 'Unpair' }).click()
  await expect(hall.page.getByText('This display is no longer in the class.')).toBeVisible()
  await expect(noor.pictureOf('Room display')).toHaveCount(0)
  expect(await codeOn(hall.page)).not.toBe(code)

  await pairWithCode(leila, await codeOn(hall.page))
  await hall.expectMoving(hall.pictureOf('Noor'))
  await school.api('Leïla').end(session)
  await expect(hall.page.getByText('This display is no longer in the class.')).toBeVisible()
  await expect(hall.page.getByRole('img', { name: /^Code / })).toBeVisible()
  await context.close()
})
