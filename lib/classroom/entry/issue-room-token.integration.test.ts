import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { changeLocks } from '#lib/classroom/moderation/change-locks.ts'
import { parseCredential } from '#lib/identity/sign-in/credential.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { issueCompanionToken, issueRoomToken } from './issue-room-token.ts'

type Person = Awaited<ReturnType<School['person']>>

const issuers = { room: issueRoomToken, companion: issueCompanionToken }

function askFor(
  issue: typeof issueRoomToken,
  school: School,
  person: { credential: string },
  session: string,
  now = new Date(),
) {
  const credential = parseCredential(person.credential)
  if (!credential) throw new Error('not a credential')
  return issue({ ...school.system(now), credential }, { sessionId: sessionId.parse(session) })
}

function knock(...asked: DropFirst<Parameters<typeof askFor>>) {
  return askFor(issueRoomToken, ...asked)
}

type DropFirst<List> = List extends [unknown, ...infer Rest] ? Rest : never

describe.each(Object.entries(issuers))('the specification of tokens: %s', (_, issue) => {
  const knock = (...asked: DropFirst<Parameters<typeof askFor>>) => askFor(issue, ...asked)

  test.each([
    ['online', 'scheduled', 'a token'],
    ['online', 'in_progress', 'a token'],
    ['online', 'completed', 'session_not_accessible'],
    ['online', 'cancelled', 'session_not_accessible'],
    ['offline', 'scheduled', 'session_not_accessible'],
    ['offline', 'in_progress', 'a token'],
    ['offline', 'completed', 'session_not_accessible'],
    ['offline', 'cancelled', 'session_not_accessible'],
  ] as const)('%s, %s: %s for student and trainer', async (sessionType, status, expected) => {
    const school = await createSchool()
    const [student, trainer] = [await school.person('STUDENT'), await school.person('TRAINER')]
    const session = await school.session({ trainer, students: [student], sessionType, status })
    for (const person of [student, trainer]) {
      const answer = knock(school, person, session)
      if (expected === 'a token')
        await expect(answer).resolves.toMatchObject({ roomName: `session-${session}` })
      else await expect(answer).rejects.toMatchObject({ code: expected })
    }
  })

  test('people outside the session, and admins: 403 in every status', async () => {
    const school = await createSchool()
    for (const status of ['scheduled', 'in_progress', 'completed', 'cancelled'] as const) {
      const session = await school.session({ status, startsInHours: 24 })
      for (const role of ['STUDENT', 'TRAINER', 'ADMIN'] as const) {
        await expect(knock(school, await school.person(role), session)).rejects.toMatchObject({
          code: 'forbidden',
        })
      }
    }
  })

  test('an unknown session: 404', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    await expect(knock(school, student, crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' })
  })

  test('not signed in, a disabled user, an expired sign-in: 401', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const session = await school.session({ students: [student] })
    const stranger = { credential: `kc_${'x'.repeat(43)}` }
    await expect(knock(school, stranger, session)).rejects.toMatchObject({ code: 'unauthenticated' })
    const tomorrow = new Date(Date.now() + DAY_MS)
    await expect(knock(school, student, session, tomorrow)).rejects.toMatchObject({ code: 'unauthenticated' })
    await school.database.user.update({ where: { id: student.id }, data: { disabledAt: new Date() } })
    await expect(knock(school, student, session)).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('a removed student gets no token', async () => {
    const school = await createSchool()
    const student = await school.person('STUDENT')
    const session = await school.session({ students: [student], status: 'in_progress' })
    await school.database.removal.create({ data: { sessionId: session, userId: student.id } })
    await expect(knock(school, student, session)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the token', () => {
  async function claimsOf(role: 'STUDENT' | 'TRAINER') {
    const school = await createSchool()
    const person: Person = await school.person(role, 'Noor Rahimi')
    const others = role === 'STUDENT' ? { students: [person] } : { trainer: person }
    const session = await school.session({ ...others, capacity: 5 })
    const { token } = await knock(school, person, session)
    return { claims: decodeJwt(token), person, session }
  }

  test('names its holder, opens one room, and expires after 2 hours', async () => {
    const { claims, person, session } = await claimsOf('STUDENT')
    expect(claims).toMatchObject({
      sub: person.id,
      name: 'Noor Rahimi',
      roomConfig: { departureTimeout: 600, emptyTimeout: 600 },
    })
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(7200)
    expect(claims.video).toEqual({
      room: `session-${session}`,
      roomJoin: true,
      canPublish: true,
      // Screens of students are locked by default.
      canPublishSources: ['microphone', 'camera'],
      canSubscribe: true,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    })
  })

  test('grants students only what is not locked for them', async () => {
    const school = await createSchool()
    const [trainer, noor, karim] = [
      await school.person('TRAINER'),
      await school.person('STUDENT'),
      await school.person('STUDENT'),
    ]
    const sessionId = await school.session({ trainer, students: [noor, karim] })
    const published = async (person: Person) => {
      const video = decodeJwt<{ video: object }>((await knock(school, person, sessionId)).token).video
      return video
    }
    const change = (input: Omit<Parameters<typeof changeLocks>[1], 'sessionId'>) =>
      changeLocks(school.as(trainer), { sessionId, ...input })
    await change({
      locks: { microphone: true, camera: true },
      exceptions: [{ userId: noor.id, lock: 'microphone', excepted: true }],
    })
    expect(await published(noor)).toMatchObject({ canPublish: true, canPublishSources: ['microphone'] })
    expect(await published(karim)).toMatchObject({ canPublish: false, canSubscribe: true })
    expect(await published(trainer)).not.toHaveProperty('canPublishSources')
    await change({ locks: { microphone: false, camera: false, screen: false } })
    expect(await published(karim)).not.toHaveProperty('canPublishSources')
  })

  test('grants trainers to publish data and update their own metadata, and grants no administration', async () => {
    const { claims } = await claimsOf('TRAINER')
    expect(claims.video).toMatchObject({ canPublishData: true, canUpdateOwnMetadata: true })
    expect(claims.video).not.toHaveProperty('roomAdmin')
  })
})

test('a companion, also of a trainer, has its own identity and only receives', async () => {
  const school = await createSchool()
  const [trainer, student] = [await school.person('TRAINER'), await school.person('STUDENT', 'Noor Rahimi')]
  const session = await school.session({ trainer, inPersonStudents: [student] })
  for (const person of [trainer, student]) {
    const claims = decodeJwt((await askFor(issueCompanionToken, school, person, session)).token)
    expect(claims).toMatchObject({ sub: `${person.id}:companion`, name: person.name })
    expect(claims.video).toEqual({
      room: `session-${session}`,
      roomJoin: true,
      canPublish: false,
      canSubscribe: true,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    })
  }
})

test('companions take no seats: every token reserves one companion per person in the room', async () => {
  const school = await createSchool()
  const student = await school.person('STUDENT')
  const session = await school.session({ inPersonStudents: [student], capacity: 5, inPersonCapacity: 3 })
  for (const issue of Object.values(issuers)) {
    const { roomConfig } = decodeJwt<{ roomConfig: { maxParticipants: number } }>(
      (await askFor(issue, school, student, session)).token,
    )
    // 9 people with a companion each, and 10 slots for reconnecting participants.
    expect(roomConfig.maxParticipants).toBe(28)
  }
})

/** The school, and a record of its database queries. */
async function createRecordedSchool() {
  const school = await createSchool()
  const asked: string[] = []
  const database = new Proxy(school.database, {
    get(target, name) {
      asked.push(String(name))
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { ...school, system: (now?: Date) => ({ ...school.system(now), database }), asked }
}

test('a token takes one query', async () => {
  const school = await createRecordedSchool()
  const student = await school.person('STUDENT')
  const session = await school.session({ students: [student] })
  await knock(school, student, session)
  expect(school.asked).toEqual(['$queryRaw'])
})

test('simultaneous requests share one query, each with its own session', async () => {
  const school = await createRecordedSchool()
  const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
  const trainer = await school.person('TRAINER')
  const session = await school.session({ trainer, students: [noor] })
  const other = await school.session({ students: [karim, noor] })
  const stranger = { credential: `kc_${'x'.repeat(43)}` }
  const tomorrow = new Date(Date.now() + DAY_MS)
  const answers = await Promise.allSettled([
    knock(school, noor, session),
    knock(school, stranger, session),
    knock(school, karim, session),
    knock(school, karim, other),
    knock(school, trainer, session),
    knock(school, noor, session, tomorrow),
    knock(school, noor, other),
    knock(school, noor, crypto.randomUUID()),
  ])
  const outcomes = answers.map((answer) =>
    answer.status === 'fulfilled'
      ? [decodeJwt(answer.value.token).sub, answer.value.roomName]
      : answer.reason.code,
  )
  expect(outcomes).toEqual([
    [noor.id, `session-${session}`],
    'unauthenticated',
    'forbidden',
    [karim.id, `session-${other}`],
    [trainer.id, `session-${session}`],
    'unauthenticated',
    [noor.id, `session-${other}`],
    'not_found',
  ])
  // The reason of an ended sign-in is a separate query, only for those two.
  expect(school.asked).toEqual(['$queryRaw', 'endedSignIn', 'endedSignIn'])
})

test('a person gets 20 tokens in a minute, including companion tokens', async () => {
  const school = await createSchool()
  const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
  const session = await school.session({ students: [noor, karim] })
  const ask = (person: Person) =>
    Object.values(issuers).map((issue) => askFor(issue, school, person, session))
  await Promise.all(Array.from({ length: 10 }, () => ask(noor)).flat())
  const more = await Promise.allSettled(ask(noor))
  const limited = { status: 'rejected', reason: { code: 'rate_limited' } }
  expect(more).toMatchObject([limited, limited])
  await expect(Promise.all(ask(karim))).resolves.toHaveLength(2)
})

test('a sign-in that would expire during the class is extended beyond its end', async () => {
  const school = await createSchool()
  const student = await school.person('STUDENT')
  const session = await school.session({ students: [student], hours: 2 })
  const soon = new Date(Date.now() + MINUTE_MS)
  await school.database.signIn.update({ where: { id: student.signInId }, data: { expiresAt: soon } })
  await knock(school, student, session)
  const { expiresAt } = await school.database.signIn.findUniqueOrThrow({ where: { id: student.signInId } })
  expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 6 * HOUR_MS)
})
