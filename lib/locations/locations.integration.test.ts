import { describe, expect, test } from 'vitest'
import { exportLocations } from '#lib/exports/export-locations.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { locationId as toLocationId } from '#lib/kernel/ids.ts'
import { createSession } from '#lib/sessions/planning/create-session.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { readLines } from '#scripts/testing/read-lines.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { changeLocation } from './change-location.ts'
import { createLocation } from './create-location.ts'
import { listLocations } from './list-locations.ts'

describe('locations', () => {
  test('are listed by name and page, with their next session', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const lab = await createLocation(admin, { name: 'Lab', capacity: 8 })
    await createLocation(admin, { name: 'Attic', capacity: 20 })
    await school.course('HYBRID', 5, { locationId: lab.id })
    const common = { locationId: lab.id, inPersonCapacity: 5 }
    await school.session({ ...common, startsInHours: -9, status: 'completed' })
    await school.session({ ...common, startsInHours: -6, status: 'scheduled' })
    await school.session({ ...common, startsInHours: 9 })
    const next = await school.session({ ...common, startsInHours: 5 })
    const first = await listLocations(admin, { limit: 1 })
    const second = await listLocations(admin, { limit: 1, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items]).toMatchObject([
      { name: 'Attic', capacity: 20, classes: 0, next: null },
      { name: 'Lab', capacity: 8, classes: 1, next: { sessionId: next } },
    ])
    expect(second.nextCursor).toBeNull()
  })

  test('are exported to a file without executable formulas', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    await createLocation(admin, { name: '+Lab', capacity: 8 })
    expect(await readLines(await exportLocations(admin, {}))).toEqual([
      'name,capacity,classes,nextTitle,nextStartsAt',
      "'+Lab,8,0,,",
    ])
    const exporting = exportLocations(school.as(await school.person('TRAINER')), {})
    await expect(exporting).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('have unique names, even if two are created at once', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const taken = { code: 'conflict', details: { fields: { name: 'locationNameTaken' } } }
    const attempts = Array.from({ length: 5 }, () => createLocation(admin, { name: 'Lab', capacity: 8 }))
    const outcomes = await Promise.allSettled(attempts)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(taken)
    const attic = await createLocation(admin, { name: 'Attic', capacity: 20 })
    await expect(changeLocation(admin, { locationId: attic.id, name: 'Lab' })).rejects.toMatchObject(taken)
  })

  test('can be changed, archived and restored, which is audited', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const { id } = await createLocation(admin, { name: 'Lab', capacity: 8 })
    const changed = await changeLocation(admin, { locationId: id, name: 'Large lab', capacity: 9 })
    expect(changed).toEqual({ id, name: 'Large lab', capacity: 9, archived: false, revision: 1 })
    await changeLocation(admin, { locationId: id, archived: true })
    await changeLocation(admin, { locationId: id, archived: true })
    expect((await listLocations(admin, { limit: 9 })).items).toEqual([])
    expect((await listLocations(admin, { limit: 9, archived: 'only' })).items).toMatchObject([{ id }])
    await changeLocation(admin, { locationId: id, archived: false })
    expect((await listLocations(admin, { limit: 9 })).items).toMatchObject([{ id }])
    const events = await school.database.auditEvent.findMany({ orderBy: { id: 'asc' } })
    expect(events.map(({ after }) => after)).toEqual([
      { capacity: 8 },
      { capacity: 9, nameChanged: true },
      { archived: true },
      { archived: false },
    ])
  })

  test('cannot be archived while they have open sessions', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const locationId = await school.location()
    const session = await school.session({ locationId, inPersonCapacity: 5 })
    await expect(changeLocation(admin, { locationId, archived: true })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'locationStillUsed',
      details: { collisions: [{ kind: 'session', sessionId: session }] },
    })
  })
})

test('a location is not archived while a session is being planned there', async () => {
  const school = await createSchool()
  const [admin, trainer] = [await school.asAdmin(), await school.person('TRAINER')]
  const locationId = await school.location()
  const classId = await school.course('HYBRID', 5, { inPersonCapacity: 5, locationId })
  const startsAt = new Date(Date.now() + HOUR_MS)
  const endsAt = new Date(startsAt.getTime() + HOUR_MS)
  const planned = { classId, sessionType: 'online', trainerId: trainer.id, startsAt, endsAt } as const
  const outcome = await runDuring(
    school.database,
    (database) => createSession({ ...admin, database }, { ...planned, allowOverlap: false }),
    () => changeLocation(admin, { locationId, archived: true }),
  )
  expect(outcome).toMatchObject({ code: 'conflict', reason: 'locationStillUsed' })
})

test.each(['STUDENT', 'TRAINER'] as const)('a %s cannot manage locations', async (role) => {
  const school = await createSchool()
  const context = school.as(await school.person(role))
  const locationId = await school.location()
  const refused = { code: 'forbidden' }
  await expect(listLocations(context, { limit: 9 })).rejects.toMatchObject(refused)
  await expect(createLocation(context, { name: 'Lab', capacity: 8 })).rejects.toMatchObject(refused)
  await expect(changeLocation(context, { locationId, name: 'Lab' })).rejects.toMatchObject(refused)
  const unknown = { locationId: toLocationId.parse(crypto.randomUUID()), name: 'Lab' }
  await expect(changeLocation(context, unknown)).rejects.toMatchObject({ code: 'not_found' })
})
