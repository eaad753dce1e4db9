import { expect, type Locator } from '@playwright/test'
import { expectNoViolations } from './expect-no-violations.ts'
import { test } from './fixtures.ts'
import type { Participant } from './participant.ts'

test('a class can be taught and attended with the keyboard alone', async ({ school, as }) => {
  await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]

  await leila.page.goto('/trainer')
  await press(leila, leila.page.getByRole('button', { name: 'Start class' }))
  await press(leila, leila.page.getByRole('button', { name: 'Join class' }))
  await leila.expectInside()
  await noor.page.goto('/student')
  await press(noor, noor.page.getByRole('link', { name: 'Join class' }))
  await press(noor, noor.page.getByRole('button', { name: 'Join class' }))
  await noor.expectInside()
  await expect(leila.panel.getByText('Noor', { exact: true })).toBeVisible()

  // A raised hand, the floor, and speaking.
  await noor.page.keyboard.press('h')
  await expect(leila.hands).toHaveCount(1)
  await leila.page.keyboard.press('n')
  await expect(noor.page.getByText('You have the floor')).toBeVisible()
  await noor.page.keyboard.press('m')
  await expect(leila.panel.getByRole('img', { name: 'Noor is muted' })).toBeHidden()
  await leila.page.keyboard.press('Shift+M')
  await noor.expectMuted()
  const isMuted = leila.panel.getByRole('img', { name: 'Noor is muted' })
  await expect(isMuted).toBeVisible()
  await noor.page.keyboard.down(' ')
  await expect(isMuted).toBeHidden()
  await noor.page.keyboard.up(' ')
  await expect(isMuted).toBeVisible()
  await noor.expectMuted()

  // Chat in both directions.
  for (const visitor of [leila, noor]) {
    await visitor.page.keyboard.press('c')
    await expect(visitor.panel.getByText('No messages yet')).toBeVisible()
  }
  await type(leila, 'Exercise 9, please.')
  await expect(noor.chat.getByText('Exercise 9, please.')).toBeVisible()
  await type(noor, 'Done.')
  await expect(leila.chat.getByText('Done.')).toBeVisible()

  // A single camera, by the menu in the person's row.
  await leila.page.keyboard.press('F6')
  await leila.page.keyboard.press('p')
  await press(leila, leila.panel.getByRole('button', { name: 'Actions for Noor' }))
  await expect(leila.page.getByRole('menuitem', { name: 'Pin for me' })).toBeFocused()
  await choose(leila, 'Stop video')
  await expect(noor.page.getByText('Your trainer stopped your video.')).toBeVisible()

  await noor.page.keyboard.press('F6')
  await noor.page.keyboard.press('?')
  await expect(noor.page.getByRole('dialog')).toContainText('Raise or lower your hand')
  await expectNoViolations(noor.page)
  await noor.page.keyboard.press('Escape')
  await expect(noor.page.getByRole('dialog')).toBeHidden()

  await press(leila, leila.controls.getByRole('button', { name: 'End class' }))
  await press(leila, leila.page.getByRole('button', { name: 'End for everyone' }))
  for (const { page } of [leila, noor])
    await expect(page.getByRole('heading', { name: /ended/i })).toBeFocused()
})

/** Presses Tab until the control has the focus, then presses it. */
async function press(visitor: Participant, control: Locator): Promise<void> {
  await reach(visitor, control)
  await visitor.page.keyboard.press('Enter')
}

async function type(visitor: Participant, text: string): Promise<void> {
  await reach(visitor, visitor.panel.getByRole('textbox', { name: /^Message/ }))
  await visitor.page.keyboard.type(text)
  await visitor.page.keyboard.press('Enter')
}

/** Moves down in the open menu to the entry and chooses it. */
async function choose({ page }: Participant, name: string): Promise<void> {
  const entry = page.getByRole('menuitem', { name })
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(entry).toBeFocused({ timeout: 100 })
  }).toPass()
  await page.keyboard.press('Enter')
}

async function reach({ page }: Participant, control: Locator): Promise<void> {
  await expect(control).toBeEnabled()
  const isFocused = () => control.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 60 && !(await isFocused()); presses += 1) await page.keyboard.press('Tab')
  await expect(control).toBeFocused()
}
