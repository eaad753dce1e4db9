import { describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/database/transaction.ts'
import { changeTimeZone } from '#lib/identity/change-time-zone.ts'
import { acceptLink } from '#lib/identity/password-links/accept-link.ts'
import { createPasswordReset } from '#lib/identity/password-links/create-password-reset.ts'
import { changePassword } from '#lib/identity/sign-in/change-password.ts'
import { parseCredential } from '#lib/identity/sign-in/credential.ts'
import { findActor } from '#lib/identity/sign-in/find-actor.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { createSession } from '#lib/sessions/planning/create-session.ts'
import { PASSWORD } from '#scripts/testing/make-school.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { changeUser } from './change-user.ts'
import { findUser } from './find-user.ts'

function audited({ database }: School) {
  return database.auditEvent.findMany({
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { action: true, subjectId: true, before: true, after: true },
  })
}

describe('the revision of a person', () => {
  test.each([
    { name: 'Noor Rahimi' },
    { role: 'TRAINER' },
    { disabled: true },
    { password: 'lanterns at dawn' },
    { name: 'Noor Rahimi', password: 'lanterns at dawn' },
  ] as const)('rises by one with %o, and the audit trail records the actor', async (change) => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const { id: userId } = await school.account()
    expect(await changeUser(admin, { userId, ...change })).toMatchObject({ revision: 1 })
    const events = await school.database.auditEvent.findMany({ where: { actorId: admin.actor.id } })
    expect(events.map(({ revision }) => revision)).toEqual(Object.keys(change).map(() => 1))
  })

  test('stays if nothing changes, and with changes that people make themselves', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const noor = await school.account()
    const { name, role } = noor
    expect(await changeUser(admin, { userId: noor.id, name, role, disabled: false })).toMatchObject({
      revision: 0,
    })
    await changeTimeZone(school.as(noor), { timeZone: 'Asia/Tehran' })
    await changePassword(school.as(noor), { current: PASSWORD, next: 'lanterns at dawn' })
    expect(await findUser(admin, { userId: noor.id })).toMatchObject({ revision: 0 })
  })
})

describe('an admin', () => {
  test('changes name and role, with old and new values in the audit trail', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const { id, email } = await school.person('STUDENT', 'Noor')
    const change = { name: 'Noor Rahimi', role: 'TRAINER' } as const
    const changed = await changeUser(admin, { userId: id, ...change })
    expect(changed).toMatchObject({ id, email, ...change, disabled: false, erased: false })
    await changeUser(admin, { userId: id, ...change })
    expect(await audited(school)).toEqual([
      {
        action: 'user_changed',
        subjectId: id,
        before: { role: 'STUDENT' },
        after: { role: 'TRAINER', nameChanged: true },
      },
    ])
  })

  test('disables a person and enables them again; earlier sign-ins stay ended', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const noor = await school.person('STUDENT')
    const credential = parseCredential(noor.credential)
    if (!credential) throw new Error('A test person has a credential')
    await changeUser(admin, { userId: noor.id, disabled: true })
    expect(await findActor(school.system(), credential)).toBeNull()
    await changeUser(admin, { userId: noor.id, disabled: false })
    const again = parseCredential((await school.signInOf(noor)).credential)
    if (!again) throw new Error('A test person has a credential')
    expect(await findActor(school.system(), again)).toMatchObject({ id: noor.id })
    expect(await audited(school)).toMatchObject([
      { before: { disabled: false }, after: { disabled: true } },
      { before: { disabled: true }, after: { disabled: false } },
    ])
  })

  test('enables a person again, and earlier sign-ins and links stay ended', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const noor = await school.account()
    await inTransaction(school.system(), (context) => createPasswordReset(context, noor.id))
    const { id } = await school.database.invitation.findFirstOrThrow({ where: { userId: noor.id } })
    const key = school.system().links.sign('password', id)
    await changeUser(admin, { userId: noor.id, disabled: true })
    // A sign-in whose password check was in progress when the person was disabled.
    const late = await school.signInOf(noor)
    await changeUser(admin, { userId: noor.id, disabled: false })
    for (const { credential } of [noor, late]) {
      const read = parseCredential(credential)
      if (!read) throw new Error('A test person has a credential')
      expect(await findActor(school.system(), read)).toBeNull()
    }
    const accepting = acceptLink(school.system(), { key, password: 'lanterns at dawn' })
    await expect(accepting).rejects.toMatchObject({ reason: 'linkReplaced' })
    expect((await audited(school)).map(({ action }) => action)).toEqual(['user_changed', 'user_changed'])
  })

  test('triggers reconciliation of the rooms of a person who is disabled', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    const running = await school.session({ students: [noor], status: 'in_progress' })
    // A session with an early presence, and an online one whose token may be issued. The last one is neither.
    const early = await school.session({ sessionType: 'offline', students: [noor], startsInHours: 3 })
    const toCome = await school.session({ students: [noor], startsInHours: 6 })
    await school.session({ sessionType: 'offline', students: [noor], startsInHours: 9 })
    await school.database.presence.create({
      data: {
        sessionId: early,
        userId: noor.id,
        roomSid: 'RM_1',
        participantSid: 'PA_1',
        joinedAt: new Date(),
      },
    })
    await changeUser(await school.asAdmin(), { userId: noor.id, disabled: true })
    const settled = school.sent.map(({ payload }) => payload)
    expect(settled).toHaveLength(3)
    expect(settled).toEqual(
      expect.arrayContaining([running, early, toCome].map((sessionId) => ({ sessionId }))),
    )
  })

  test('triggers reconciliation of the room in which a disabled trainer assists', async () => {
    const school = await createSchool()
    const colleague = await school.person('TRAINER')
    const sessionId = await school.session()
    await school.database.roomMember.create({
      data: { sessionId, userId: colleague.id, assistantPermissions: ['mute'] },
    })
    await school.session()
    await changeUser(await school.asAdmin(), { userId: colleague.id, disabled: true })
    expect(school.sent).toEqual([{ name: 'reconcile-room', payload: { sessionId } }])
  })

  test('sets a new password, which ends every sign-in', async () => {
    const school = await createSchool()
    const noor = await school.account()
    await changeUser(await school.asAdmin(), { userId: noor.id, password: 'lanterns at dawn' })
    expect(await school.database.signIn.count({ where: { userId: noor.id } })).toBe(0)
    expect(await audited(school)).toMatchObject([{ action: 'password_changed', before: null, after: null }])
    const common = changeUser(await school.asAdmin(), { userId: noor.id, password: 'password123' })
    await expect(common).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('changing a person is refused', () => {
  test('if sessions need the trainer or student in the current role', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [trainer, student] = [await school.person('TRAINER'), await school.person('STUDENT')]
    const sessionId = await school.session({ trainer, students: [student] })
    for (const { id } of [trainer, student]) {
      const changing = changeUser(admin, { userId: id, role: 'ADMIN' })
      await expect(changing).rejects.toMatchObject({
        code: 'conflict',
        reason: 'personStillNeeded',
        details: { collisions: [{ kind: 'session', sessionId }] },
      })
    }
    await school.database.classSession.update({ where: { id: sessionId }, data: { status: 'completed' } })
    expect(await changeUser(admin, { userId: student.id, role: 'ADMIN' })).toMatchObject({ role: 'ADMIN' })
  })

  test('for the own role and access', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    await school.person('ADMIN')
    for (const change of [{ role: 'TRAINER' }, { disabled: true }] as const) {
      const changing = changeUser(admin, { userId: admin.actor.id, ...change })
      await expect(changing).rejects.toMatchObject({ code: 'conflict', reason: 'notYourself' })
    }
    expect(await changeUser(admin, { userId: admin.actor.id, name: 'Marta' })).toMatchObject({
      name: 'Marta',
    })
  })

  test('for one of two admins who disable each other at once', async () => {
    const school = await createSchool()
    const admins = await Promise.all([school.asAdmin(), school.asAdmin(), school.asAdmin()])
    const attempts = admins.flatMap((admin) =>
      admins
        .filter((other) => other !== admin)
        .map((other) => changeUser(admin, { userId: other.actor.id, disabled: true })),
    )
    const outcomes = await Promise.allSettled(attempts)
    const reasons = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason.reason] : [],
    )
    expect(new Set(reasons)).toEqual(new Set(['notAllowed']))
    expect(await school.database.user.count({ where: { role: 'ADMIN', disabledAt: null } })).toBe(1)
  })

  test('or the planning of a session for the trainer: of both at once exactly one succeeds', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const inClass = await school.course('ONLINE')
    for (let round = 0; round < 5; round += 1) {
      const trainer = await school.person('TRAINER')
      const startsAt = new Date(Date.now() + HOUR_MS)
      const endsAt = new Date(startsAt.getTime() + HOUR_MS)
      const plan = {
        classId: inClass,
        sessionType: 'online',
        trainerId: trainer.id,
        startsAt,
        endsAt,
      } as const
      const outcomes = await Promise.allSettled([
        createSession(admin, { ...plan, allowOverlap: false }),
        changeUser(admin, { userId: trainer.id, role: 'STUDENT' }),
      ])
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }
  })

  test('while a session is being planned for the trainer', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const trainer = await school.person('TRAINER')
    const startsAt = new Date(Date.now() + HOUR_MS)
    const plan = {
      classId: await school.course('ONLINE'),
      sessionType: 'online',
      trainerId: trainer.id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + HOUR_MS),
      allowOverlap: false,
    } as const
    const outcome = await runDuring(
      school.database,
      (database) => createSession({ ...admin, database }, plan),
      () => changeUser(admin, { userId: trainer.id, role: 'STUDENT' }),
    )
    expect(outcome).toMatchObject({ code: 'conflict', reason: 'personStillNeeded' })
  })

  test.each(['STUDENT', 'TRAINER'] as const)('to a %s', async (role) => {
    const school = await createSchool()
    const [actor, noor] = [await school.person(role), await school.person('STUDENT', 'Noor')]
    for (const userId of [noor.id, actor.id]) {
      const changing = changeUser(school.as(actor), { userId, role: 'ADMIN' })
      await expect(changing).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await school.database.user.count({ where: { role: 'ADMIN' } })).toBe(0)
  })

  test('for an unknown person', async () => {
    const school = await createSchool()
    const { id } = await school.person('STUDENT')
    await school.database.user.delete({ where: { id } })
    const changing = changeUser(await school.asAdmin(), { userId: id, name: 'Nobody' })
    await expect(changing).rejects.toMatchObject({ code: 'not_found' })
  })
})
