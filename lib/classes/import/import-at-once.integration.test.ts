import { expect, test } from 'vitest'
import { unenrolStudents } from '#lib/classes/unenrol-students.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { importFile } from '#scripts/testing/import-file.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool } from '#scripts/testing/school.ts'

test('a student who is being disabled is not enrolled', async () => {
  const school = await createSchool()
  const [admin, noor] = [await school.asAdmin(), await school.person('STUDENT')]
  const classId = await school.course()
  const outcome = await runDuring(
    school.database,
    (database) => database.user.update({ where: { id: noor.id }, data: { disabledAt: new Date() } }),
    () => importFile(admin, classId, noor.email),
  )
  expect(outcome).toMatchObject({ code: 'invalid', reason: 'rowsFaulty' })
  expect(await school.database.enrolment.count()).toBe(0)
})

test('a person who is created at the same moment is notified, not invited', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const classId = await school.course()
  const ana = { email: 'ana@x.org', name: 'Ana', role: 'STUDENT' } as const
  const outcome = await runDuring(
    school.database,
    (database) => database.user.create({ data: ana }),
    () => importFile(admin, classId, 'ana@x.org,Ana'),
  )
  expect(outcome).toMatchObject({ enrolled: 1, notified: 1, invited: 0 })
  expect(await school.database.invitation.count()).toBe(0)
})

test('a student who leaves the class and returns is notified again', async () => {
  const school = await createSchool()
  const [{ actor }, noor] = [await school.asAdmin(), await school.person('STUDENT')]
  const classId = await school.course()
  for (const now of [new Date(), new Date(Date.now() + MINUTE_MS)]) {
    const admin = school.as(actor, now)
    expect(await importFile(admin, classId, noor.email)).toMatchObject({ notified: 1 })
    await unenrolStudents(admin, { classId, studentIds: [noor.id] })
  }
  expect(await school.database.notice.count({ where: { kind: 'enrolled' } })).toBe(2)
})
