import { expect, test } from 'vitest'
import { eraseUser } from '#lib/people/erase-user.ts'
import { changeSession } from '#lib/sessions/planning/change-session.ts'
import { readLines } from '#scripts/testing/read-lines.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { exportAudit } from './export-audit.ts'

test('the export contains the whole audit trail, without executable formulas', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const [former, next] = [
    await school.person('TRAINER', '=HYPERLINK("https://elsewhere.test")'),
    await school.person('TRAINER', 'Zoë "Zed", the second'),
  ]
  const sessionId = await school.session({ trainer: former })
  await changeSession(admin, { sessionId, allowOverlap: false, trainerId: next.id })
  await changeSession(school.as(former), { sessionId, allowOverlap: false }).catch(() => {})
  await school.database.auditEvent.create({
    data: { actorId: former.id, action: 'password_changed', subject: 'user', subjectId: former.id },
  })
  const file = (await Array.fromAsync(await exportAudit(admin, {}))).join('')
  const [head, ...lines] = file.split('\r\n')
  expect(head).toBe(
    '\uFEFFtime,actor,action,kind,subject,startsAt,before,after,userId,email,subjectId,subjectEmail',
  )
  expect(lines).toHaveLength(3)
  expect(file).toContain(`,${former.id},${former.email},${former.id},${former.email}`)
  expect(file).toContain(`"'=HYPERLINK(""https://elsewhere.test"")"`)
  expect(file).toContain(`"trainerId: Zoë ""Zed"", the second <${next.email}>"`)
})

test('an erased person appears under a pseudonym, without an e-mail', async () => {
  const school = await createSchool()
  const [admin, noor] = [await school.asAdmin(), await school.person('STUDENT', 'Noor')]
  await eraseUser(admin, { userId: noor.id })
  const [, erased] = await readLines(await exportAudit(admin, {}))
  expect(erased).toContain(',user_erased,user,Former student ')
  expect(erased).toMatch(new RegExp(`,${admin.actor.id},${admin.actor.email},${noor.id},$`))
})

test('an audit trail longer than a page is exported completely', async () => {
  const school = await createSchool()
  const subjectId = await school.session()
  await school.database.auditEvent.createMany({
    data: Array.from({ length: 1201 }, () => ({ action: 'session_started', subject: 'session', subjectId })),
  })
  expect(await readLines(await exportAudit(await school.asAdmin(), {}))).toHaveLength(1202)
})

test.each(['STUDENT', 'TRAINER'] as const)('a %s cannot export the audit trail', async (role) => {
  const school = await createSchool()
  const exporting = exportAudit(school.as(await school.person(role)), {})
  await expect(exporting).rejects.toMatchObject({ code: 'forbidden' })
})
