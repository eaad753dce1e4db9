import { expect, test } from 'vitest'
import type { Context } from '#lib/context/context.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { recordViews } from './record-views.ts'

const subjectId = crypto.randomUUID()

function look(context: Context): Promise<void> {
  return recordViews(context, 'chat_reviewed', [{ subject: 'session', subjectId }])
}

test('concurrent requests count as one view', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  await runDuring(
    school.database,
    (database) => look({ ...admin, database }),
    () => look(admin),
  )
  expect(await school.database.auditEvent.count()).toBe(1)
})

test('views within 10 minutes count as one, a later view is recorded again', async () => {
  const school = await createSchool()
  const { actor } = await school.asAdmin()
  const begun = Date.now()
  for (const minutes of [0, 9, 11]) await look(school.as(actor, new Date(begun + minutes * MINUTE_MS)))
  const events = await school.database.auditEvent.findMany({ orderBy: { at: 'asc' } })
  expect(events.map(({ at }) => at.getTime() - begun)).toEqual([0, 11 * MINUTE_MS])
})
