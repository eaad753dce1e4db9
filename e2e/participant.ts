import { expect, type Page } from '@playwright/test'
import { soundHeard, voicesPlayed } from './peer-connections.ts'

/** What a tone of the made-up microphone exceeds by far. */
const AUDIBLE = 0.01

/** A person at their browser, and what they do there. */
export class Participant {
  readonly name: string
  readonly page: Page

  constructor(name: string, page: Page) {
    this.name = name
    this.page = page
  }

  /** Opens the session's preview and waits until it may be used. */
  async openPreview(session: string): Promise<void> {
    await this.page.goto(`/sessions/${session}/room`)
    await expect(this.page.getByRole('button', { name: /^(Join|Start) class$/ })).toBeEnabled()
  }

  /** Goes to a session that its trainer has not started, and waits. */
  async waitForStart(session: string): Promise<void> {
    await this.openPreview(session)
    await this.page.getByRole('button', { name: 'Join class' }).click()
    await expect(this.page.getByText('Waiting for your trainer to start the class')).toBeVisible()
  }

  /** Joins from the preview, as a trainer starts from it. */
  async enter(session: string): Promise<void> {
    await this.openPreview(session)
    await this.join()
  }

  /** Presses what leads in, and waits until one is inside. */
  async join(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Join|Start) class$/ }).click()
    await this.expectInside()
  }

  async expectInside(): Promise<void> {
    await expect(this.controls.getByRole('button', { name: 'Leave' })).toBeVisible()
    await expect(this.page.getByText('Joining…')).toBeHidden()
  }

  /** What the page shows of somebody, by their name; one's own is "you". */
  pictureOf(name: string) {
    return this.page.locator(`video[aria-label="${name}’s video"]`).first()
  }

  screenOf(name: string) {
    return this.page.locator(`video[aria-label="${name}’s screen"]`).first()
  }

  get controls() {
    return this.page
      .getByRole('region', { name: 'Controls' })
      .or(this.page.getByRole('toolbar', { name: 'Controls' }))
  }

  /** What stands beside the stage. */
  get panel() {
    return this.page.getByRole('complementary', { name: 'Side panel' })
  }

  /** The hands that are up, in line. */
  get hands() {
    return this.panel.getByRole('region', { name: 'Raised hands' }).getByRole('listitem')
  }

  get chat() {
    return this.panel.getByRole('log', { name: 'Chat' })
  }

  /** Writes in the open chat, and sends it. */
  async sendMessage(text: string): Promise<void> {
    await this.panel.getByRole('textbox', { name: /^Message/ }).fill(text)
    await this.page.keyboard.press('Enter')
  }

  /** What one can do about somebody's latest message. */
  async openMessageAction(author: string, act: string): Promise<void> {
    await this.chat
      .getByRole('button', { name: `Actions for the message by ${author}` })
      .last()
      .click()
    await this.page.getByRole('menuitem', { name: act }).click()
  }

  /** Waits until everybody is in the list: a row that comes in later moves the ones below it from under the pointer. */
  async expectListed(...names: string[]): Promise<void> {
    for (const name of names)
      await expect(this.panel.getByRole('button', { name: `Actions for ${name}` })).toBeVisible()
  }

  /** What who leads can do about somebody inside. */
  async actOnPerson(name: string, act: string | RegExp): Promise<void> {
    await this.panel.getByRole('button', { name: `Actions for ${name}` }).click()
    await this.page.getByRole('menuitem', { name: act }).click()
  }

  async press(control: string): Promise<void> {
    await this.controls.getByRole('button', { name: control, exact: true }).click()
  }

  /** Switches the microphone on, if it is not. */
  async unmute(): Promise<void> {
    const [unmute, mute] = ['Unmute', 'Mute'].map((name) =>
      this.controls.getByRole('button', { name, exact: true }),
    )
    if (!unmute || !mute) return
    await expect(unmute.or(mute)).toBeVisible()
    if (await unmute.isVisible()) await unmute.click()
    await expect(mute).toBeVisible()
  }

  async expectMuted(): Promise<void> {
    await expect(this.controls.getByRole('button', { name: 'Unmute', exact: true })).toBeVisible()
  }

  /** Whether frames arrive: their number is read until it has grown. */
  async expectMoving(picture: ReturnType<Participant['pictureOf']>): Promise<void> {
    const frames = () =>
      picture.evaluate((video) =>
        video instanceof HTMLVideoElement ? video.getVideoPlaybackQuality().totalVideoFrames : -1,
      )
    await expect(picture).toBeVisible()
    const before = await frames()
    await expect.poll(frames, { message: 'frames of the picture' }).toBeGreaterThan(before + 5)
  }

  /** Whether sound arrives and is played. The page's peer connections are kept. */
  async expectSound(): Promise<void> {
    // Not once alone: what was on its way still arrives, and silence has a rest of sound in it.
    for (let times = 0; times < 3; times += 1) {
      const before = await soundHeard(this.page)
      await expect.poll(() => soundHeard(this.page), { message: 'sound' }).toBeGreaterThan(before + AUDIBLE)
    }
    expect(await voicesPlayed(this.page)).toBeGreaterThan(0)
  }

  /** Whether no sound arrives while a picture goes on. */
  async expectSilence(meanwhile: ReturnType<Participant['pictureOf']>): Promise<void> {
    await expect(async () => {
      const before = await soundHeard(this.page)
      for (let times = 0; times < 3; times += 1) await this.expectMoving(meanwhile)
      expect(await soundHeard(this.page)).toBe(before)
    }).toPass()
  }
}
