import { expect, type Page } from '@playwright/test'
import { soundHeard, voicesPlayed } from './peer-connections.ts'

/** Audio energy that a tone of the fake microphone exceeds by far. */
const AUDIBLE = 0.01

/** A person in a browser, with the actions of the room's pages. */
export class Participant {
  readonly name: string
  readonly page: Page

  constructor(name: string, page: Page) {
    this.name = name
    this.page = page
  }

  /** Opens the session's preview and waits until Join or Start is enabled. */
  async openPreview(session: string): Promise<void> {
    await this.page.goto(`/sessions/${session}/room`)
    await expect(this.page.getByRole('button', { name: /^(Join|Start) class$/ })).toBeEnabled()
  }

  /** Joins a session that its trainer has not started, and stays on the waiting page. */
  async waitForStart(session: string): Promise<void> {
    await this.openPreview(session)
    await this.page.getByRole('button', { name: 'Join class' }).click()
    await expect(this.page.getByText('Waiting for your trainer to start the class')).toBeVisible()
  }

  /** Opens the preview and joins, or starts the class as its trainer. */
  async enter(session: string): Promise<void> {
    await this.openPreview(session)
    await this.join()
  }

  /** Presses Join or Start in the preview, and waits until connected. */
  async join(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Join|Start) class$/ }).click()
    await this.expectInside()
  }

  async expectInside(): Promise<void> {
    await expect(this.controls.getByRole('button', { name: 'Leave' })).toBeVisible()
    await expect(this.page.getByText('Joining…')).toBeHidden()
  }

  /** A participant's picture by name. */
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

  /** The panel beside the stage. */
  get panel() {
    return this.page.getByRole('complementary', { name: 'Side panel' })
  }

  /** The raised hands in queue order. */
  get hands() {
    return this.panel.getByRole('region', { name: 'Raised hands' }).getByRole('listitem')
  }

  get chat() {
    return this.panel.getByRole('log', { name: 'Chat' })
  }

  /** Types a message into the open chat and sends it. */
  async sendMessage(text: string): Promise<void> {
    await this.panel.getByRole('textbox', { name: /^Message/ }).fill(text)
    await this.page.keyboard.press('Enter')
  }

  /** Chooses an action in the menu of the author's latest message. */
  async openMessageAction(author: string, act: string): Promise<void> {
    await this.chat
      .getByRole('button', { name: `Actions for the message by ${author}` })
      .last()
      .click()
    await this.page.getByRole('menuitem', { name: act }).click()
  }

  /** Waits until all names are listed: a row that appears later would move the rows below it away from the pointer. */
  async expectListed(...names: string[]): Promise<void> {
    for (const name of names)
      await expect(this.panel.getByRole('button', { name: `Actions for ${name}` })).toBeVisible()
  }

  /** Chooses a moderation action in a participant's menu. */
  async actOnPerson(name: string, act: string | RegExp): Promise<void> {
    await this.panel.getByRole('button', { name: `Actions for ${name}` }).click()
    await this.page.getByRole('menuitem', { name: act }).click()
  }

  async press(control: string): Promise<void> {
    await this.controls.getByRole('button', { name: control, exact: true }).click()
  }

  /** Unmutes the microphone. No-op if it is unmuted. */
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

  /** Expects new video frames: polls until the frame count has grown. */
  async expectMoving(picture: ReturnType<Participant['pictureOf']>): Promise<void> {
    const frames = () =>
      picture.evaluate((video) =>
        video instanceof HTMLVideoElement ? video.getVideoPlaybackQuality().totalVideoFrames : -1,
      )
    await expect(picture).toBeVisible()
    const before = await frames()
    await expect.poll(frames, { message: 'frames of the picture' }).toBeGreaterThan(before + 5)
  }

  /** Expects sound to arrive and play. Requires keepPeerConnections(). */
  async expectSound(): Promise<void> {
    // Three times, because buffered sound still arrives after a mute and silence carries residual energy.
    for (let times = 0; times < 3; times += 1) {
      const before = await soundHeard(this.page)
      await expect.poll(() => soundHeard(this.page), { message: 'sound' }).toBeGreaterThan(before + AUDIBLE)
    }
    expect(await voicesPlayed(this.page)).toBeGreaterThan(0)
  }

  /** Expects no sound while the given picture keeps moving. */
  async expectSilence(meanwhile: ReturnType<Participant['pictureOf']>): Promise<void> {
    await expect(async () => {
      const before = await soundHeard(this.page)
      for (let times = 0; times < 3; times += 1) await this.expectMoving(meanwhile)
      expect(await soundHeard(this.page)).toBe(before)
    }).toPass()
  }
}
