import { describe, expect, test } from 'vitest'
import { classId as toClassId } from '#lib/kernel/ids.ts'
import { importFile } from '#scripts/testing/import-file.ts'
import { makeWorkbook } from '#scripts/testing/make-workbook.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import type { ImportProgress } from './api.ts'

/** A file with this number of new people. */
function fileOf(count: number, first = 0) {
  const rows = Array.from(
    { length: count },
    (_, at) => `person${first + at}@school.test;Person ${first + at};online`,
  )
  return ['E-Mail;Name;Teilnahme', ...rows].join('\n')
}

/** The records that an import writes. */
async function written({ database }: School) {
  const [people, enrolments, invitations, notices, seats, events] = await Promise.all([
    database.user.count({ where: { role: 'STUDENT' } }),
    database.enrolment.count(),
    database.invitation.count(),
    database.notice.count(),
    database.seat.count(),
    database.auditEvent.count(),
  ])
  return { people, enrolments, invitations, notices, seats, events }
}

const nothing = { people: 0, enrolments: 0, invitations: 0, notices: 0, seats: 0, events: 0 }

describe('enrolling from a file', () => {
  test('creates and invites new people, notifies known people, and seats both', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course('HYBRID', 20)
    const session = await school.session({ classId, startsInHours: 20 })
    const known = await school.person('STUDENT', 'Ingrid Nilsen')
    const text = `E-Mail;Name;Teilnahme\nana@x.org;Ana Lima;online\n${known.email.toUpperCase()};;vor Ort\n`
    expect(await importFile(admin, classId, text)).toEqual({
      rows: 2,
      enrolled: 2,
      alreadyEnrolled: 0,
      skipped: 0,
      invited: 1,
      notified: 1,
      seats: [
        { kind: 'online', enrolled: 1, free: 19 },
        { kind: 'in_person', enrolled: 1, free: 0 },
      ],
      full: [],
    })
    const ana = await school.database.user.findUniqueOrThrow({
      where: { email: 'ana@x.org' },
      include: { invitations: true, notices: true, enrolments: true, seats: true },
    })
    expect(ana).toMatchObject({
      name: 'Ana Lima',
      role: 'STUDENT',
      passwordHash: null,
      invitations: [{ purpose: 'invitation' }],
      notices: [{ kind: 'invited', facts: { classId, invitationId: ana.invitations[0]?.id } }],
      enrolments: [{ classId, kind: 'online' }],
      seats: [{ sessionId: session }],
    })
    const ingrid = await school.database.user.findUniqueOrThrow({
      where: { id: known.id },
      include: { invitations: true, notices: true, enrolments: true, seats: true },
    })
    expect(ingrid).toMatchObject({
      name: 'Ingrid Nilsen',
      invitations: [],
      notices: [{ kind: 'enrolled', facts: { classId } }],
      enrolments: [{ classId, kind: 'in_person' }],
      seats: [{ sessionId: session }],
    })
    const events = await school.database.auditEvent.findMany({ orderBy: { action: 'asc' } })
    expect(events).toMatchObject([
      {
        action: 'students_created',
        actorId: admin.actor.id,
        subjectId: classId,
        after: { studentIds: [ana.id] },
      },
      { action: 'students_enrolled', actorId: admin.actor.id, subjectId: classId },
    ])
    expect(events[1]?.after).toEqual({ studentIds: [ana.id, known.id] })
  })

  test('is idempotent, and the result shows it', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    await school.session({ classId, startsInHours: 20 })
    await importFile(admin, classId, fileOf(5))
    const before = await written(school)
    expect(await importFile(admin, classId, fileOf(5))).toMatchObject({
      rows: 5,
      enrolled: 0,
      alreadyEnrolled: 5,
      invited: 0,
    })
    expect(await written(school)).toEqual(before)
  })

  test('seats in file order, and lists the sessions without enough seats', async () => {
    const school = await createSchool()
    const classId = await school.course()
    const session = await school.session({ classId, startsInHours: 20, capacity: 1100 })
    const full = await school.session({ classId, startsInHours: 30, capacity: 2 })
    const result = await importFile(await school.asAdmin(), classId, fileOf(1050))
    expect(result.full.map(({ sessionId }) => sessionId)).toEqual([full])
    const seats = await school.database.seat.findMany({
      where: { sessionId: full },
      select: { student: { select: { email: true } } },
    })
    expect(seats.map(({ student }) => student.email).toSorted()).toEqual([
      'person0@school.test',
      'person1@school.test',
    ])
    const taken = await school.database.classSession.findUniqueOrThrow({ where: { id: session } })
    expect(taken.seatsTaken).toBe(1050)
  })

  test('records audit events of at most 1000 people', async () => {
    const school = await createSchool()
    await importFile(await school.asAdmin(), await school.course(), fileOf(2500))
    const events = await school.database.auditEvent.findMany({ where: { action: 'students_enrolled' } })
    const counts = events.map(({ after }) => (after as { studentIds: string[] }).studentIds.length)
    expect(counts.toSorted()).toEqual([1000, 1000, 500])
  })

  test('reports its progress', async () => {
    const school = await createSchool()
    const told: ImportProgress[] = []
    const report = (progress: ImportProgress) => void told.push(progress)
    await importFile(await school.asAdmin(), await school.course(), fileOf(1500), {}, { report })
    expect(told.at(-1)).toEqual({ checked: 1500, enrolled: 1500 })
    expect(told.length).toBeGreaterThan(3)
  })

  test('ignores the column of seat kinds in a class with only one kind', async () => {
    const school = await createSchool()
    const text = 'E-Mail;Name;Teilnahme\nana@x.org;Ana;vor Ort\n'
    for (const [mode, kind] of [
      ['ONLINE', 'online'],
      ['OFFLINE', 'in_person'],
    ] as const) {
      const classId = await school.course(mode)
      await importFile(await school.asAdmin(), classId, text)
      expect(await school.database.enrolment.findMany({ where: { classId } })).toMatchObject([{ kind }])
    }
  })
})

describe('an Excel file', () => {
  const head = ['E-Mail', 'Name', 'Seit']
  const sheets = {
    Students: [
      head,
      ['Ana <ana@x.org>', 'Ana\nLima', new Date('2026-09-01T00:00:00Z')],
      [null],
      ['kofi@x', 'Kofi', 7],
    ],
    Others: [head, ['bo@x.org', 'Bo', true]],
  }

  test('is imported from one of its sheets, all or nothing', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    const file = await makeWorkbook(sheets)
    await expect(importFile(admin, classId, file)).rejects.toMatchObject({
      reason: 'rowsFaulty',
      details: { values: { count: 1, line: 4 } },
    })
    expect(await written(school)).toEqual(nothing)
    const result = await importFile(admin, classId, file, { faults: 'skip' })
    expect(result).toMatchObject({ rows: 2, enrolled: 1, skipped: 1, invited: 1 })
    expect(await school.database.user.findUnique({ where: { email: 'ana@x.org' } })).toMatchObject({
      name: 'Ana Lima',
    })
    expect(await importFile(admin, classId, file, { sheet: 1 })).toMatchObject({ rows: 1, enrolled: 1 })
  })

  test('with more than 20,000 rows, or that cannot be read, is not imported', async () => {
    const school = await createSchool()
    const [admin, classId] = [await school.asAdmin(), await school.course()]
    const rows = Array.from({ length: 20_001 }, (_, at) => [`person${at}@x.org`])
    const large = await makeWorkbook({ One: rows.toSpliced(0, 0, ['E-mail']) })
    await expect(importFile(admin, classId, large)).rejects.toMatchObject({ reason: 'fileTooManyRows' })
    const broken = (await makeWorkbook(sheets)).slice(0, 1000)
    await expect(importFile(admin, classId, broken)).rejects.toMatchObject({ reason: 'fileNotExcel' })
    expect(await written(school)).toEqual(nothing)
  })
})

describe('faulty rows', () => {
  const faulty = 'ana@x.org;Ana\nkofi@x;Kofi\nana@x.org;Ana again\nbo@x.org;\nli@x.org;Li'

  test('are skipped, or nothing is written', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    await expect(importFile(admin, classId, faulty)).rejects.toMatchObject({
      code: 'invalid',
      reason: 'rowsFaulty',
      details: { values: { count: 3, line: 2 } },
    })
    expect(await written(school)).toEqual(nothing)
    const result = await importFile(admin, classId, faulty, { faults: 'skip' })
    expect(result).toMatchObject({ rows: 5, enrolled: 2, skipped: 3 })
    expect(await written(school)).toMatchObject({ people: 2, enrolments: 2 })
  })

  test('include disabled people and people who are not students', async () => {
    const school = await createSchool()
    const [disabled, fine] = await school.people('STUDENT', 2)
    if (!disabled || !fine) throw new Error('two students')
    await school.database.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } })
    const trainer = await school.person('TRAINER')
    const text = [disabled, trainer, fine].map(({ email }) => email).join('\n')
    const classId = await school.course()
    const result = await importFile(await school.asAdmin(), classId, text, { faults: 'skip' })
    expect(result).toMatchObject({ enrolled: 1, skipped: 2, notified: 1, invited: 0 })
    expect(await school.database.enrolment.findMany()).toMatchObject([{ studentId: fine.id }])
  })

  test('are also found in a later batch', async () => {
    const school = await createSchool()
    const text = `${fileOf(1200)}\nperson3@school.test;Person 3;online`
    const promise = importFile(await school.asAdmin(), await school.course(), text)
    await expect(promise).rejects.toMatchObject({ details: { values: { count: 1, line: 1202 } } })
    expect(await written(school)).toEqual(nothing)
  })
})

describe('nothing is written', () => {
  test('for a file with an unclosed quote at its end', async () => {
    const school = await createSchool()
    const text = `${fileOf(1500)}\n"open@x.org;Open;online\n`
    const promise = importFile(await school.asAdmin(), await school.course(), text, { faults: 'skip' })
    await expect(promise).rejects.toMatchObject({
      reason: 'fileQuoteOpen',
      details: { values: { line: 1502 } },
    })
    expect(await written(school)).toEqual(nothing)
  })

  test('for a file with more than 20,000 rows', async () => {
    const school = await createSchool()
    const promise = importFile(await school.asAdmin(), await school.course(), fileOf(20_001))
    await expect(promise).rejects.toMatchObject({ code: 'invalid', reason: 'fileTooManyRows' })
    expect(await written(school)).toEqual(nothing)
  })

  test('for an archived class', async () => {
    const school = await createSchool()
    const classId = await school.course()
    await school.database.class.update({ where: { id: classId }, data: { archivedAt: new Date() } })
    await expect(importFile(await school.asAdmin(), classId, fileOf(1))).rejects.toMatchObject({
      code: 'conflict',
      reason: 'classArchived',
    })
    expect(await written(school)).toEqual(nothing)
  })

  test('for a file without addresses, and an empty file', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    await expect(importFile(admin, classId, 'Name;Town\nAna;Bonn')).rejects.toMatchObject({
      reason: 'fileNoAddresses',
    })
    await expect(importFile(admin, classId, '\uFEFF\n')).rejects.toMatchObject({ reason: 'fileEmpty' })
  })

  test.each([
    ['while rows are checked', { checked: 1000, enrolled: 0 }],
    ['while rows are written', { checked: 2500, enrolled: 1000 }],
    ['after the last row', { checked: 2500, enrolled: 2500 }],
  ])('if the client disconnects %s', async (_, at) => {
    const school = await createSchool()
    await school.session()
    const stopping = new AbortController()
    const report = ({ checked, enrolled }: ImportProgress) => {
      if (checked + 1 >= at.checked && enrolled >= at.enrolled) stopping.abort()
    }
    const classId = await school.course()
    await school.session({ classId, capacity: 1000, startsInHours: 20 })
    const promise = importFile(
      await school.asAdmin(),
      classId,
      fileOf(2500),
      {},
      { report, signal: stopping.signal },
    )
    await expect(promise).rejects.toMatchObject({ name: 'AbortError' })
    expect(await written(school)).toEqual(nothing)
  })

  test('for a student with another session at that time, unless overlaps are allowed', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const noor = await school.person('STUDENT', 'Noor')
    const busy = await school.session({ students: [noor], startsInHours: 20 })
    const classId = await school.course()
    await school.session({ classId, startsInHours: 20.5 })
    const text = `ana@x.org,Ana\n${noor.email},Noor`
    await expect(importFile(admin, classId, text)).rejects.toMatchObject({
      code: 'conflict',
      details: { collisions: [{ kind: 'student', sessionId: busy, people: [{ id: noor.id }] }] },
    })
    expect(await school.database.enrolment.count()).toBe(0)
    await importFile(admin, classId, text, { allowOverlap: true })
    expect(await school.database.enrolment.count()).toBe(2)
  })

  test('for actors who are not admins, and for an unknown class', async () => {
    const school = await createSchool()
    const classId = await school.course()
    for (const role of ['STUDENT', 'TRAINER'] as const) {
      const context = school.as(await school.person(role))
      await expect(importFile(context, classId, fileOf(1))).rejects.toMatchObject({ code: 'forbidden' })
    }
    const unknown = toClassId.parse(crypto.randomUUID())
    await expect(importFile(await school.asAdmin(), unknown, fileOf(1))).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('concurrent imports', () => {
  test('of the same file enrol each person once', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const classId = await school.course()
    await school.session({ classId, capacity: 1000, startsInHours: 20 })
    const results = await Promise.all([1, 2, 3].map(() => importFile(admin, classId, fileOf(600))))
    expect(results.map(({ enrolled }) => enrolled).toSorted((one, other) => one - other)).toEqual([0, 0, 600])
    expect(await written(school)).toMatchObject({
      people: 600,
      enrolments: 600,
      invitations: 600,
      seats: 600,
    })
  })

  test('of the same people into two classes, in opposite order, create and invite each person once', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [one, other] = [await school.course(), await school.course()]
    const [head = '', ...rows] = fileOf(600).split('\n')
    await Promise.all([
      importFile(admin, one, [head, ...rows].join('\n')),
      importFile(admin, other, [head, ...rows.toReversed()].join('\n')),
    ])
    expect(await written(school)).toMatchObject({ people: 600, enrolments: 1200, invitations: 600 })
  })
})
