import { describe, expect, test } from 'vitest'
import { unenrolStudents } from '#lib/classes/unenrol-students.ts'
import { connectDatabase } from '#lib/database/client.ts'
import { type ClassId, type SessionId, sessionId as toSessionId, type UserId } from '#lib/kernel/ids.ts'
import { type Media, MediaUnavailable, roomNameOf } from '#lib/livekit/media.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { eraseUser } from '#lib/people/erase-user.ts'
import { unseatStudents } from '#lib/sessions/seats/unseat-students.ts'
import { enterRoom } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { reconcileRoom } from './reconcile-room.ts'
import { reconcileRooms } from './reconcile-rooms.ts'
import { reconcileRoomsWithReducedRights } from './reconcile-rooms-with-reduced-rights.ts'

/** The identities in the session's room, from LiveKit. */
async function inside(school: School, sessionId: SessionId): Promise<string[]> {
  const participants = await school.system().media.listParticipants(roomNameOf(sessionId))
  return participants.map((participant) => participant.identity).sort()
}

/** A running session with its trainer and two students in the room. */
async function runningClass(school: School) {
  const [trainer, noor, karim] = [
    await school.person('TRAINER'),
    await school.person('STUDENT'),
    await school.person('STUDENT'),
  ]
  const sessionId = await school.session({ trainer, students: [noor, karim], status: 'in_progress' })
  const visitors = {
    trainer: await enterRoom(sessionId, trainer),
    noor: await enterRoom(sessionId, noor),
    karim: await enterRoom(sessionId, karim),
  }
  expect(await inside(school, sessionId)).toEqual([trainer.id, noor.id, karim.id].sort())
  return { sessionId, trainer, noor, karim, visitors }
}

describe('removes only intruders:', () => {
  test('nobody if everyone has access', async () => {
    const school = await createSchool()
    const { sessionId, trainer, noor, karim, visitors } = await runningClass(school)
    await reconcileRoom(school.system(), { sessionId })
    expect(await inside(school, sessionId)).toEqual([trainer.id, noor.id, karim.id].sort())
    expect(visitors.noor.isInside()).toBe(true)
  })

  test.each([
    [
      'was removed',
      ({ database }: School, sessionId: SessionId, userId: string) =>
        database.removal.create({ data: { sessionId, userId } }),
    ],
    [
      'lost their seat',
      ({ database }: School, sessionId: SessionId, studentId: string) =>
        database.seat.delete({ where: { sessionId_studentId: { sessionId, studentId } } }),
    ],
    [
      'was disabled',
      ({ database }: School, _: SessionId, id: string) =>
        database.user.update({ where: { id }, data: { disabledAt: new Date() } }),
    ],
  ])('a student who %s', async (_, change) => {
    const school = await createSchool()
    const { sessionId, trainer, noor, karim, visitors } = await runningClass(school)
    await change(school, sessionId, noor.id)
    await reconcileRoom(school.system(), { sessionId })
    await eventually(() => expect(visitors.noor.isInside()).toBe(false))
    expect(await inside(school, sessionId)).toEqual([trainer.id, karim.id].sort())
    await reconcileRoom(school.system(), { sessionId })
    expect(visitors.karim.isInside()).toBe(true)
  })

  test.each([
    [
      'was removed',
      ({ database }: School, sessionId: SessionId, userId: string) =>
        database.removal.create({ data: { sessionId, userId } }),
    ],
    [
      'lost their seat',
      ({ database }: School, sessionId: SessionId, studentId: string) =>
        database.seat.delete({ where: { sessionId_studentId: { sessionId, studentId } } }),
    ],
  ])('the companion and main device of a student who %s', async (_, change) => {
    const school = await createSchool()
    const { sessionId, trainer, noor, karim, visitors } = await runningClass(school)
    const companion = await enterRoom(sessionId, noor, true)
    await reconcileRoom(school.system(), { sessionId })
    expect(companion.isInside()).toBe(true)
    await change(school, sessionId, noor.id)
    await reconcileRoom(school.system(), { sessionId })
    await eventually(() => expect([companion.isInside(), visitors.noor.isInside()]).toEqual([false, false]))
    expect(await inside(school, sessionId)).toEqual([trainer.id, karim.id].sort())
  })

  test('the trainer who was replaced; the class goes on', async () => {
    const school = await createSchool()
    const { sessionId, noor, karim, visitors } = await runningClass(school)
    const { id: trainerId } = await school.person('TRAINER')
    await school.database.classSession.update({ where: { id: sessionId }, data: { trainerId } })
    await reconcileRoom(school.system(), { sessionId })
    await eventually(() => expect(visitors.trainer.isInside()).toBe(false))
    expect(await inside(school, sessionId)).toEqual([noor.id, karim.id].sort())
  })

  test('people outside the session with an old token: another student, another trainer, an admin', async () => {
    const school = await createSchool()
    const sessionId = await school.session({ status: 'in_progress' })
    for (const role of ['STUDENT', 'TRAINER', 'ADMIN'] as const) {
      await enterRoom(sessionId, await school.person(role))
    }
    expect(await inside(school, sessionId)).toHaveLength(3)
    await reconcileRoom(school.system(), { sessionId })
    expect(await inside(school, sessionId)).toEqual([])
  })
})

describe('the room', () => {
  test.each(['completed', 'cancelled'] as const)('of a %s session is closed for everyone', async (status) => {
    const school = await createSchool()
    const { sessionId, visitors } = await runningClass(school)
    await school.database.classSession.update({ where: { id: sessionId }, data: { status } })
    await reconcileRoom(school.system(), { sessionId })
    await eventually(() => {
      for (const visitor of Object.values(visitors)) expect(visitor.isInside()).toBe(false)
    })
    const rooms = await school.system().media.listRooms()
    expect(rooms.map((room) => room.roomName)).not.toContain(roomNameOf(sessionId))
    await reconcileRoom(school.system(), { sessionId })
  })

  test('of an offline session that has not started is closed; of an online one it stays open', async () => {
    const school = await createSchool()
    for (const sessionType of ['offline', 'online'] as const) {
      const student = await school.person('STUDENT')
      const sessionId = await school.session({ sessionType, students: [student] })
      await enterRoom(sessionId, student)
      await reconcileRoom(school.system(), { sessionId })
      expect(await inside(school, sessionId)).toEqual(sessionType === 'online' ? [student.id] : [])
    }
  })

  test('of an unknown session is left alone', async () => {
    const school = await createSchool()
    const elsewhere = toSessionId.parse(crypto.randomUUID())
    const visitor = await enterRoom(elsewhere, await school.person('STUDENT'))
    await reconcileRoom(school.system(), { sessionId: elsewhere })
    expect(await inside(school, elsewhere)).toHaveLength(1)
    expect(visitor.isInside()).toBe(true)
  })
})

test('nobody is removed while the database does not answer', async () => {
  const school = await createSchool()
  const { sessionId, noor } = await runningClass(school)
  await school.database.removal.create({ data: { sessionId, userId: noor.id } })
  const away = connectDatabase('postgres://nobody@127.0.0.1:1/nowhere')
  await expect(reconcileRoom({ ...school.system(), database: away }, { sessionId })).rejects.toThrow()
  expect(await inside(school, sessionId)).toHaveLength(3)
})

describe('a returning student with an older token is removed, even without a webhook,', () => {
  test.each<[string, (school: School, sessionId: SessionId, id: UserId) => Promise<unknown>]>([
    [
      'after they lost their seat',
      async (school, sessionId, id) =>
        unseatStudents(await school.asAdmin(), { sessionId, studentIds: [id] }),
    ],
    [
      'after they were disabled',
      async (school, _, id) => changeUser(await school.asAdmin(), { userId: id, disabled: true }),
    ],
  ])('%s', async (_, narrow) => {
    const school = await createSchool()
    const { sessionId, trainer, noor, karim } = await runningClass(school)
    await school.database.classroom.create({ data: { sessionId, startedAt: new Date() } })
    await narrow(school, sessionId, noor.id)
    await reconcileRoom(school.system(), { sessionId })
    await enterRoom(sessionId, noor)
    await reconcileRoomsWithReducedRights(school.system())
    await eventually(async () =>
      expect(await inside(school, sessionId)).toEqual([trainer.id, karim.id].sort()),
    )
  })

  test.each<
    [string, (school: School, of: { sessionId: SessionId; classId: ClassId; id: UserId }) => Promise<unknown>]
  >([
    [
      'lost their seat',
      async (school, { sessionId, id }) =>
        unseatStudents(await school.asAdmin(), { sessionId, studentIds: [id] }),
    ],
    [
      'was disabled',
      async (school, { id }) => changeUser(await school.asAdmin(), { userId: id, disabled: true }),
    ],
    ['was erased', async (school, { id }) => eraseUser(await school.asAdmin(), { userId: id })],
    [
      'left the class',
      async (school, { classId, id }) =>
        unenrolStudents(await school.asAdmin(), { classId, studentIds: [id] }),
    ],
  ])(
    'also before the start of an online session with an unused room, if the student %s',
    async (_, leave) => {
      const school = await createSchool()
      const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
      const classId = await school.course('ONLINE', 5, { admission: 'open' })
      await school.enrol(classId, [noor, karim])
      const sessionId = await school.session({ classId, students: [noor, karim] })
      await leave(school, { sessionId, classId, id: noor.id })
      await reconcileRoom(school.system(), { sessionId })
      const visitors = [await enterRoom(sessionId, noor), await enterRoom(sessionId, karim)]
      await reconcileRoomsWithReducedRights(school.system())
      await eventually(() => expect(visitors.map((visitor) => visitor.isInside())).toEqual([false, true]))
    },
  )
})

describe('several rooms', () => {
  /** The school's LiveKit, with a record of the rooms whose participants were listed. */
  function countingMedia(school: School) {
    const asked: string[] = []
    let lists = 0
    const system = school.system()
    const media = {
      ...system.media,
      listRooms(names?: string[]) {
        lists += 1
        return system.media.listRooms(names)
      },
      listParticipants(roomName: string) {
        asked.push(roomName)
        return system.media.listParticipants(roomName)
      },
    }
    return { context: { ...system, media }, asked, lists: () => lists }
  }

  test('are listed in LiveKit once, and participants are listed only for open rooms', async () => {
    const school = await createSchool()
    const { sessionId, trainer, noor, karim } = await runningClass(school)
    const planned = await Promise.all(Array.from({ length: 20 }, () => school.session({ students: [noor] })))
    await school.database.removal.create({ data: { sessionId, userId: noor.id } })
    const { context, asked, lists } = countingMedia(school)
    const outcomes = await reconcileRooms(context, [...planned, sessionId])
    expect(outcomes.every(({ status }) => status === 'fulfilled')).toBe(true)
    expect([lists(), asked]).toEqual([1, [roomNameOf(sessionId)]])
    await eventually(async () =>
      expect(await inside(school, sessionId)).toEqual([trainer.id, karim.id].sort()),
    )
  })

  test('are cleared of the state of a former member if they are closed', async () => {
    const school = await createSchool()
    const noor = await school.person('STUDENT')
    const sessionId = await school.session({ students: [] })
    await school.database.classroom.create({ data: { sessionId, number: 1 } })
    await school.database.roomMember.create({
      data: { sessionId, userId: noor.id, handNumber: 1, handRaisedAt: new Date() },
    })
    await reconcileRooms(school.system(), [sessionId])
    expect(await school.database.roomMember.findMany()).toMatchObject([{ handNumber: null }])
  })

  test('are reconciled once at a time, and calls during a run share one more run', async () => {
    const school = await createSchool()
    const { sessionId } = await runningClass(school)
    const { context, asked } = countingMedia(school)
    await Promise.all(Array.from({ length: 10 }, () => reconcileRoom(context, { sessionId })))
    expect(asked).toHaveLength(2)
  })

  test('apply a change that is committed while they are being reconciled', async () => {
    const school = await createSchool()
    const { sessionId, trainer, noor, karim } = await runningClass(school)
    const system = school.system()
    const held = Promise.withResolvers<void>()
    const reading = Promise.withResolvers<void>()
    const media = {
      ...system.media,
      async listParticipants(roomName: string) {
        const participants = await system.media.listParticipants(roomName)
        reading.resolve()
        await held.promise
        return participants
      },
    }
    const first = reconcileRoom({ ...system, media }, { sessionId })
    await reading.promise
    const second = reconcileRoom(system, { sessionId })
    await school.database.removal.create({ data: { sessionId, userId: noor.id } })
    held.resolve()
    await Promise.all([first, second])
    await eventually(async () =>
      expect(await inside(school, sessionId)).toEqual([trainer.id, karim.id].sort()),
    )
  })
})

test('a room that cannot be read does not delay the others at the next tick', async () => {
  const school = await createSchool()
  const [broken, whole] = [
    await school.session({ status: 'completed' }),
    await school.session({ status: 'completed' }),
  ]
  const system = school.system()
  const closed: string[] = []
  const media: Media = {
    ...system.media,
    listRooms: async () => [broken, whole].map((id) => ({ roomName: roomNameOf(id), sid: 'RM_1' })),
    async listParticipants(roomName) {
      if (roomName === roomNameOf(broken)) throw new MediaUnavailable('This node is away')
      return []
    },
    deleteRoom: async (roomName) => void closed.push(roomName),
  }
  await expect(reconcileRoomsWithReducedRights({ ...system, media })).rejects.toBeInstanceOf(MediaUnavailable)
  expect(closed).toEqual([roomNameOf(whole)])
})

test.each([
  ['completed', 'online'],
  ['cancelled', 'online'],
  ['scheduled', 'offline'],
] as const)(
  'the room of a session that is %s and %s is closed at the next tick, without a job or webhook',
  async (status, sessionType) => {
    const school = await createSchool()
    const { sessionId, visitors } = await runningClass(school)
    await school.database.classroom.create({ data: { sessionId, startedAt: new Date() } })
    const data = { status, sessionType, startedAt: null }
    await school.database.classSession.update({ where: { id: sessionId }, data })
    await reconcileRoomsWithReducedRights(school.system())
    await eventually(() => expect(visitors.noor.isInside()).toBe(false))
    expect(await inside(school, sessionId)).toEqual([])
  },
)
