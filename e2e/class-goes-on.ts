import { expect } from '@playwright/test'
import type { Visitor } from './visitor.ts'

/** Trainer and student meet, and see that the student's way into class is the one that their network leaves. */
export async function classGoesOn(
  { trainer, student, session }: { trainer: Visitor; student: Visitor; session: string },
  way: 'TCP' | 'Relay',
): Promise<void> {
  await trainer.enter(session)
  await student.enter(session)
  await student.seesMoving(student.pictureOf(trainer.name))
  await trainer.seesMoving(trainer.pictureOf(student.name))
  await student.page
    .getByRole('button', { name: /^Your connection:/ })
    .first()
    .click()
  await expect(student.panel.getByText(new RegExp(`^${way}, `))).toBeVisible()
}
