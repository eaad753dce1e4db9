import { expect } from '@playwright/test'
import type { Participant } from './participant.ts'

/** Trainer and student meet, and the student's connection uses the only route that the network leaves open. */
export async function expectRoute(
  { trainer, student, session }: { trainer: Participant; student: Participant; session: string },
  route: 'TCP' | 'Relay',
): Promise<void> {
  await trainer.enter(session)
  await student.enter(session)
  await student.expectMoving(student.pictureOf(trainer.name))
  await trainer.expectMoving(trainer.pictureOf(student.name))
  await student.page
    .getByRole('button', { name: /^Your connection:/ })
    .first()
    .click()
  await expect(student.panel.getByText(new RegExp(`^${route}, `))).toBeVisible()
}
