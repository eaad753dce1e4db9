import { expect, type Page } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'

test('one hides one’s picture from oneself, lets noise through, and keeps the screen in a small window', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await keepSenders(noor.page)
  await leila.enter(session)
  await noor.enter(session)
  await noor.speaks()
  await leila.seesMoving(leila.pictureOf('Noor'))

  const settings = noor.page.getByRole('button', { name: 'Settings' })
  await settings.press('Enter')
  await expectNoViolations(noor.page)
  const hideOwn = noor.page.getByRole('menuitemcheckbox', { name: 'Hide my picture from myself' })
  await expect(hideOwn).not.toBeChecked()
  await hideOwn.press('Enter')
  await expect(noor.pictureOf('Noor')).toBeHidden()
  await expect(noor.page.getByText('You, hidden from yourself')).toBeVisible()
  await leila.seesMoving(leila.pictureOf('Noor'))

  expect(await suppressesNoise(noor.page)).toBe(true)
  await settings.press('Enter')
  await noor.page.getByRole('menuitemcheckbox', { name: 'Keep noise out of my microphone' }).press('Enter')
  await expect.poll(() => suppressesNoise(noor.page)).toBe(false)
  await expect(leila.panel.getByRole('img', { name: 'Noor is muted' })).toBeHidden()

  await leila.press('Share')
  await noor.seesMoving(noor.screenOf('Leïla'))
  await noor.page.getByRole('button', { name: 'Small window: Leïla’s screen' }).press('Enter')
  await expect
    .poll(() => noor.page.evaluate(() => document.pictureInPictureElement?.getAttribute('aria-label')))
    .toBe('Leïla’s screen')

  await noor.page.reload()
  await noor.isInside()
  await expect(noor.page.getByText('You, hidden from yourself')).toBeVisible()
  await settings.press('Enter')
  await expect(
    noor.page.getByRole('menuitemcheckbox', { name: 'Keep noise out of my microphone' }),
  ).not.toBeChecked()
})

/** Keeps the page's peer connections, so that what is sent can be looked at. */
async function keepSenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Original = window.RTCPeerConnection
    const all: RTCPeerConnection[] = []
    Object.assign(window, {
      RTCPeerConnection: class extends Original {
        constructor(configuration?: RTCConfiguration) {
          super(configuration)
          all.push(this)
        }
      },
      sentVoice: () =>
        all
          .flatMap((connection) => connection.getSenders())
          .find(({ track }) => track?.kind === 'audio' && track.readyState === 'live')?.track,
    })
  })
}

function suppressesNoise(page: Page): Promise<boolean | undefined> {
  return page.evaluate(
    () =>
      (window as unknown as { sentVoice(): MediaStreamTrack | undefined }).sentVoice()?.getSettings()
        .noiseSuppression,
  )
}
