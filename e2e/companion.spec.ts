import { expect, type Page } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { expectToFit } from './expect-to-fit.ts'
import { test } from './fixtures.ts'
import type { Participant } from './participant.ts'

/** Makes the page a phone without camera or microphone permission, which records the media that the page requests. */
async function asPhone({ page }: Participant): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.context().clearPermissions()
  await page.addInitScript(() => {
    const opened: string[] = []
    Object.assign(window, { opened })
    for (const name of ['getUserMedia', 'getDisplayMedia', 'enumerateDevices'] as const) {
      navigator.mediaDevices[name] = async () => {
        opened.push(name)
        throw new DOMException('', 'NotAllowedError')
      }
    }
    const create = document.createElement
    document.createElement = function (this: Document, name: string, ...rest: [ElementCreationOptions?]) {
      if (name.toLowerCase() === 'audio') opened.push('audio')
      return create.call(this, name, ...rest)
    } as typeof create
    const play = HTMLMediaElement.prototype.play
    HTMLMediaElement.prototype.play = function () {
      if (!this.muted || this instanceof HTMLAudioElement) opened.push('sound')
      return play.call(this)
    }
  })
}

/** The media calls of the page, and its elements that can play sound. */
function opened(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { opened } = window as unknown as { opened: string[] }
    const sounding = [...document.querySelectorAll<HTMLMediaElement>('audio, video:not([muted])')]
    return [...opened, ...sounding.filter((element) => !element.muted).map(({ tagName }) => tagName)]
  })
}

async function openCompanion({ page }: Participant, session: string): Promise<void> {
  await page.goto(`/sessions/${session}/companion`)
  await expect(page.getByRole('button', { name: 'Raise hand' })).toBeVisible()
}

test('an in-person student joins by phone: sees the screen, raises a hand in one press, plays no sound, counts once', async ({
  school,
  as,
}) => {
  const session = await school.session({
    trainer: 'Leïla',
    students: ['Noor'],
    inPersonStudents: ['Karim'],
    status: 'in_progress',
  })
  const [leila, noor, karim] = [await as('Leïla'), await as('Noor'), await as('Karim')]
  for (const visitor of [leila, noor]) {
    await visitor.enter(session)
    await visitor.unmute()
  }
  await asPhone(karim)
  const { page } = karim
  await page.goto('/student')
  await page.getByRole('link', { name: 'Join in companion mode' }).click()
  await expect(page.getByText('Companion mode: no sound or camera')).toBeVisible()
  await expect(page.getByText('In person', { exact: true })).toBeVisible()
  await expect(page.getByText('No one is sharing a screen')).toBeVisible()
  await expectNoViolations(page)
  await expectToFit(page)

  await leila.press('Share')
  await expect(leila.page.getByText('You’re sharing your screen')).toBeVisible()
  await karim.expectMoving(karim.screenOf('Leïla'))
  await expect(page.locator('video')).toHaveCount(1)

  // In-person and online students share one queue; raising a hand takes one press.
  await noor.press('Raise hand')
  await expect(leila.hands).toHaveText([/Noor/])
  await page.getByRole('button', { name: 'Raise hand' }).click()
  await expect(page.getByText('You’re 2nd in the queue', { exact: true })).toBeVisible()
  await expect(page.getByText('Noor is ahead of you.')).toBeVisible()
  for (const visitor of [leila, noor])
    await expect(visitor.hands).toHaveText([/Noor.*Online/, /Karim.*In person/])
  await expectNoViolations(page)

  // Three people, two of them with a picture.
  for (const visitor of [leila, noor]) {
    await expect(visitor.panel.getByRole('tab', { name: /^People/ })).toHaveText('People3')
    const row = visitor.panel.getByRole('region', { name: 'In class' }).getByRole('listitem')
    await expect(row).toHaveCount(3)
    await expect(row.filter({ hasText: 'Karim' })).toContainText('In person')
    await expect(visitor.panel.getByText('Not here yet')).toHaveCount(0)
    await expect(visitor.pictureOf('Karim')).toHaveCount(0)
    await expect(visitor.page.getByRole('region', { name: 'Main view' }).getByText('Karim')).toHaveCount(0)
  }
  await expectNoViolations(leila.page)

  await leila.panel.getByRole('button', { name: 'Give the floor to Karim' }).click()
  await expect(page.getByText('You have the floor')).toBeVisible()
  await expect(page.getByText('Speak out loud. This device doesn’t send sound.')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'I’m done' }).click()
  await expect(leila.panel.getByText('Karim has the floor')).toHaveCount(0)

  await page.getByRole('button', { name: 'React' }).click()
  await page.getByRole('menuitem', { name: 'Applause' }).click()
  await expect(noor.page.getByRole('listitem', { name: 'Karim: Applause' })).toBeVisible()

  await page.getByRole('button', { name: 'Chat' }).click()
  await page.getByRole('textbox', { name: /^Message/ }).fill('Which exercise is it?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Raise hand' })).toBeVisible()
  await expectNoViolations(page)
  await expectToFit(page)
  await leila.panel.getByRole('tab', { name: /^Chat/ }).click()
  await expect(leila.chat.getByText('Which exercise is it?')).toBeVisible()

  expect(await opened(page)).toEqual([])
  await page.setViewportSize({ width: 844, height: 390 })
  await page.getByRole('button', { name: 'Close chat' }).click()
  await expect(page.getByRole('button', { name: 'Raise hand' })).toBeInViewport()
  await expectToFit(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page)

  // Karim joins with a laptop as well and still counts as one person.
  const laptop = await as('Karim')
  await laptop.enter(session)
  await expect(leila.panel.getByRole('tab', { name: /^People/ })).toHaveText('People3')
  await karim.expectMoving(karim.screenOf('Leïla'))
})

test('a companion waits in the lobby, runs on one device at a time, and is removed with its student', async ({
  school,
  as,
}) => {
  const inClass = await school.course('HYBRID', 20, { admission: 'lobby' })
  const session = await school.session({ trainer: 'Leïla', inPersonStudents: ['Karim'], classId: inClass })
  const [leila, karim, second] = [await as('Leïla'), await as('Karim'), await as('Karim')]
  await leila.enter(session)
  await asPhone(karim)
  await karim.page.goto(`/sessions/${session}/room`)
  await karim.page.getByRole('link', { name: 'Join in companion mode' }).click()
  await expect(karim.page.getByText('You’re 1st of 1 in the lobby.')).toBeVisible()
  await expectNoViolations(karim.page)
  await expectToFit(karim.page)
  const token = await school.api('Karim').send('POST', `/api/v1/sessions/${session}/companion-token`)
  expect([token.status, (await token.json()).error.code]).toEqual([400, 'session_not_accessible'])
  await leila.panel.getByRole('button', { name: 'Admit Karim' }).click()
  await expect(karim.page.getByRole('button', { name: 'Raise hand' })).toBeVisible()

  await openCompanion(second, session)
  await expect(karim.page.getByText('The class is open in another tab or on another device')).toBeVisible()
  await karim.page.getByRole('button', { name: 'Join here instead' }).click()
  await expect(second.page.getByText('The class is open in another tab or on another device')).toBeVisible()

  await leila.actOnPerson('Karim', 'Remove from class…')
  await leila.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(karim.page.getByText('Leïla removed you from this class')).toBeVisible()
  await expectNoViolations(karim.page)
  const refused = await school.api('Karim').send('POST', `/api/v1/sessions/${session}/companion-token`)
  expect(refused.status).toBe(403)
})

test('a companion opens when the class starts, reconnects after going offline, and ends with the class', async ({
  school,
  as,
}) => {
  const session = await school.session({
    trainer: 'Leïla',
    inPersonStudents: ['Karim'],
    sessionType: 'offline',
  })
  const [leila, karim] = [await as('Leïla'), await as('Karim')]
  await asPhone(karim)
  const { page } = karim
  await page.goto(`/sessions/${session}/companion`)
  await expect(page.getByText('Waiting for your trainer to start the class')).toBeVisible()
  await leila.enter(session)
  await expect(page.getByText('No one is sharing a screen')).toBeVisible()

  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Raise hand' }).click()
  await expect(page.getByText(/^Something went wrong/)).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Raise hand' }).click()
  await expect(leila.hands).toHaveText([/Karim/])

  await page.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('button', { name: 'Rejoin' }).click()
  await expect(page.getByRole('button', { name: 'Lower hand' })).toBeVisible()
  const seat = (method: string) =>
    school.api('Marta').send(method, `/api/v1/admin/sessions/${session}/seats`, {
      studentIds: [school.personCalled('Karim').id],
    })
  await seat('DELETE')
  await expect(page.getByText('You’re no longer in this class')).toBeVisible()
  await seat('POST')
  await expect(page.getByText('No one is sharing a screen')).toBeVisible()
  await school.api('Leïla').end(session)
  await expect(page.getByText('The class has ended')).toBeVisible()
  expect(await opened(page)).toEqual([])
})
