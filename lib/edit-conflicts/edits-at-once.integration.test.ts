import { describe, expect, test } from 'vitest'
import { changeClass } from '#lib/classes/change-class.ts'
import type { Context } from '#lib/context/context.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { locationId } from '#lib/kernel/ids.ts'
import { changeLocation } from '#lib/locations/change-location.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { changeSession } from '#lib/sessions/planning/change-session.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'

type Thing = {
  /** The first admin's edit, and the conflicting edit of the second. */
  first: (admin: Context) => Promise<unknown>
  second: (admin: Context, ifRevision?: number) => Promise<unknown>
  read: () => Promise<object | null>
}
type Kind = {
  subject: string
  make: (school: School) => Promise<Thing>
  was: object
  now: object
  both: object
}

const kinds: Kind[] = [
  {
    subject: 'class',
    make: async (school) => {
      const classId = await school.course()
      return {
        first: (admin) => changeClass(admin, { classId, capacity: 24 }),
        second: (admin, ifRevision) => changeClass(admin, { classId, shortTitle: 'Rs', ifRevision }),
        read: () => school.database.class.findUnique({ where: { id: classId } }),
      }
    },
    was: { capacity: 20, shortTitle: null },
    now: { capacity: 24, shortTitle: null },
    both: { capacity: 24, shortTitle: 'Rs' },
  },
  {
    subject: 'user',
    make: async (school) => {
      const { id: userId } = await school.person('STUDENT', 'Noor')
      return {
        first: (admin) => changeUser(admin, { userId, name: 'Noor Rahimi' }),
        second: (admin, ifRevision) => changeUser(admin, { userId, role: 'TRAINER', ifRevision }),
        read: () => school.database.user.findUnique({ where: { id: userId } }),
      }
    },
    was: { name: 'Noor', role: 'STUDENT' },
    now: { name: 'Noor Rahimi', role: 'STUDENT' },
    both: { name: 'Noor Rahimi', role: 'TRAINER' },
  },
  {
    subject: 'location',
    make: async (school) => {
      const { id } = await school.database.location.create({ data: { name: 'Lab', capacity: 8 } })
      const at = { locationId: locationId.parse(id) }
      return {
        first: (admin) => changeLocation(admin, { ...at, name: 'Large lab' }),
        second: (admin, ifRevision) => changeLocation(admin, { ...at, capacity: 9, ifRevision }),
        read: () => school.database.location.findUnique({ where: { id } }),
      }
    },
    was: { name: 'Lab', capacity: 8 },
    now: { name: 'Large lab', capacity: 8 },
    both: { name: 'Large lab', capacity: 9 },
  },
  {
    subject: 'session',
    make: async (school) => {
      const of = { sessionId: await school.session(), allowOverlap: false }
      return {
        first: (admin) => changeSession(admin, { ...of, title: 'Lifetimes' }),
        second: (admin, ifRevision) => changeSession(admin, { ...of, capacity: 30, ifRevision }),
        read: () => school.database.classSession.findUnique({ where: { id: of.sessionId } }),
      }
    },
    was: { title: null, capacity: 20 },
    now: { title: 'Lifetimes', capacity: 20 },
    both: { title: 'Lifetimes', capacity: 30 },
  },
]

describe.each(kinds)(
  'a $subject that another admin has changed since it was read',
  ({ subject, make, ...rows }) => {
    async function opened() {
      const school = await createSchool()
      const thing = await make(school)
      expect(await thing.read()).toMatchObject({ ...rows.was, revision: 0 })
      const [ada, bo] = [school.as(await school.person('ADMIN', 'Ada')), await school.asAdmin()]
      return { school, thing, ada, bo }
    }

    test('stays unchanged, and the refusal names the other admin and the current state', async () => {
      const { thing, ada, bo } = await opened()
      await thing.first(ada)
      await expect(thing.second(bo, 0)).rejects.toMatchObject({
        code: 'conflict',
        reason: 'changedByOther',
        details: {
          values: { name: 'Ada' },
          editConflict: {
            subject,
            events: [{ actor: { id: ada.actor.id, name: 'Ada' }, at: ada.now.toISOString() }],
            now: { ...rows.now, revision: 1 },
          },
        },
      })
      expect(await thing.read()).toMatchObject({ ...rows.now, revision: 1 })
    })

    test('can be changed with the current revision or without one', async () => {
      const { thing, ada, bo } = await opened()
      await thing.first(ada)
      await thing.second(bo, 1)
      expect(await thing.read()).toMatchObject({ ...rows.both, revision: 2 })
      await thing.first(ada)
      expect(await thing.read(), 'what changes nothing is no revision').toMatchObject({ revision: 2 })
      const other = await opened()
      await other.thing.first(other.ada)
      await other.thing.second(other.bo)
      expect(await other.thing.read()).toMatchObject({ ...rows.both, revision: 2 })
    })

    test('stays unchanged if both save at the same moment', async () => {
      const { school, thing, ada, bo } = await opened()
      const outcome = await runDuring(
        school.database,
        (database) => thing.first({ ...ada, database }),
        () => thing.second(bo, 0),
      )
      expect(outcome).toMatchObject({
        reason: 'changedByOther',
        details: { editConflict: { now: rows.now } },
      })
      expect(await thing.read()).toMatchObject({ ...rows.now, revision: 1 })
    })
  },
)

test('all changes since are listed, newest first, including a change of only the password', async () => {
  const school = await createSchool()
  const noor = await school.account()
  const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS)
  const [ada, bo] = [await school.person('ADMIN', 'Ada'), await school.person('ADMIN', 'Bo')]
  await changeUser(school.as(ada, at(0)), { userId: noor.id, name: 'Noor R.' })
  await changeUser(school.as(ada, at(1)), { userId: noor.id, password: 'lanterns at dawn' })
  await changeUser(school.as(bo, at(2)), { userId: noor.id, disabled: true })
  const outdated = changeUser(school.as(ada, at(3)), { userId: noor.id, name: 'N', ifRevision: 1 })
  await expect(outdated).rejects.toMatchObject({
    details: {
      values: { name: 'Bo' },
      editConflict: {
        events: [
          { actor: { name: 'Bo' }, action: 'user_changed' },
          { actor: { name: 'Ada' }, action: 'password_changed' },
        ],
      },
    },
  })
})
