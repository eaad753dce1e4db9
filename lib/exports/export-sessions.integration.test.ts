import { expect, test } from 'vitest'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { readLines } from '#scripts/testing/read-lines.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { exportSessions } from './export-sessions.ts'

test('the actor’s own sessions that match the filters are exported', async () => {
  const school = await createSchool()
  const [noor, mateo] = [await school.person('STUDENT'), await school.person('STUDENT')]
  await school.session({ students: [noor] })
  for (let day = 1; day < 4; day += 1) await school.session({ students: [mateo], startsInHours: day * 24 })
  expect(await readLines(await exportSessions(school.as(noor), {}))).toHaveLength(2)
  expect(await readLines(await exportSessions(school.as(mateo), {}))).toHaveLength(4)
  const from = new Date(Date.now() + 36 * HOUR_MS)
  expect(await readLines(await exportSessions(school.as(mateo), { from }))).toHaveLength(3)
  expect(await readLines(await exportSessions(await school.asAdmin(), {}))).toHaveLength(5)
})

test('staff get the trainer’s id and e-mail, students only the name', async () => {
  const school = await createSchool()
  const [trainer, noor] = [await school.person('TRAINER', 'Leïla'), await school.person('STUDENT')]
  await school.session({ trainer, students: [noor] })
  for (const context of [await school.asAdmin(), school.as(trainer)]) {
    const [head, row] = await readLines(await exportSessions(context, {}))
    expect(head).toMatch(/,location,trainerId,trainerEmail$/)
    expect(row).toContain(`,${trainer.id},${trainer.email}`)
  }
  const file = (await readLines(await exportSessions(school.as(noor), {}))).join('\n')
  expect(file).toContain('Leïla')
  for (const hidden of ['trainerId', 'trainerEmail', trainer.id, trainer.email])
    expect(file).not.toContain(hidden)
})

test('sessions can be filtered by the mode of their class', async () => {
  const school = await createSchool()
  await school.session({ classId: await school.course('ONLINE') })
  await school.session({ classId: await school.course('HYBRID') })
  expect(await readLines(await exportSessions(await school.asAdmin(), { mode: 'ONLINE' }))).toHaveLength(2)
})
