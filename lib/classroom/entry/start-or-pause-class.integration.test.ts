import { describe, expect, test } from 'vitest'
import { readRoom } from '#lib/classroom/room/read-room.ts'
import type { Actor } from '#lib/context/actor.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { trackSources } from '#lib/kernel/enums.ts'
import { roomDisplayIdentityOf } from '#lib/livekit/ids.ts'
import type { Participant } from '#lib/livekit/media.ts'
import { waitForBlockedLock } from '#scripts/testing/lock-waits.ts'
import type { School } from '#scripts/testing/school.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'
import { startOrPauseClass } from './start-or-pause-class.ts'

function inside({ id: identity }: { id: string }): Participant {
  const grants = { publish: trackSources, subscribe: true, publishData: false, updateOwnMetadata: false }
  return { identity, sid: `PA_${identity}`, joinedAt: new Date(), person: true, grants, signInId: null }
}

/** A supervised class, and whether it has started with given people in its room. */
async function supervisedClass(begun: boolean) {
  const klass = await startTestClass({ begun })
  const { school, sessionId, trainer } = klass
  async function hasBegunWith(people: { id: string }[]): Promise<boolean> {
    await startOrPauseClass(school.system(), sessionId, people.map(inside))
    return (await readRoom(school.as(trainer), { sessionId })).classStarted
  }
  return { ...klass, hasBegunWith }
}

function stay({ database }: School, of: { sessionId: string; person: Actor; leftAt?: Date }) {
  const { sessionId, person, leftAt = null } = of
  const participantSid = `PA_${crypto.randomUUID()}`
  const joinedAt = new Date(Date.now() - 30 * MINUTE_MS)
  return database.presence.create({
    data: { sessionId, userId: person.id, roomSid: 'RM_1', participantSid, joinedAt, leftAt },
  })
}

describe('a supervised class starts', () => {
  test('with a trainer who assists, but not with a student who assists, another trainer or a room display', async () => {
    const { school, sessionId, noor, hasBegunWith } = await supervisedClass(false)
    const [colleague, stranger] = await school.people('TRAINER', 2)
    if (!colleague || !stranger) throw new Error('nobody')
    for (const { id: userId } of [noor, colleague])
      await school.database.roomMember.create({
        data: { sessionId, userId, assistantPermissions: ['admit'] },
      })
    expect(await hasBegunWith([noor, stranger, { id: roomDisplayIdentityOf(crypto.randomUUID()) }])).toBe(
      false,
    )
    expect(await hasBegunWith([noor, colleague])).toBe(true)
  })

  test('once, also if two processes see the trainer join', async () => {
    const { school, sessionId, trainer } = await supervisedClass(false)
    await school.database.classroom.create({ data: { sessionId } })
    const startedAt = new Date(Date.now() - 1000)
    const { beginning } = await inTransaction(school.system(), async ({ database }) => {
      await database.classroom.update({ where: { sessionId }, data: { startedAt } })
      const beginning = startOrPauseClass(school.system(), sessionId, [inside(trainer)])
      await waitForBlockedLock(school.database)
      return { beginning }
    })
    await beginning
    expect(await school.database.classroom.findFirst()).toMatchObject({ number: 0, startedAt })
    expect(school.sent).toEqual([])
  })
})

describe('a supervised class pauses', () => {
  test('without a trainer, even if students are inside and its trainer is in another class', async () => {
    const { school, sessionId, trainer, noor, hasBegunWith } = await supervisedClass(true)
    await stay(school, { sessionId, person: noor })
    await stay(school, { sessionId: await school.session(), person: trainer })
    expect(await hasBegunWith([noor])).toBe(false)
  })

  test('2 minutes after the trainer has left, and not earlier', async () => {
    const { school, sessionId, trainer, noor, hasBegunWith } = await supervisedClass(true)
    const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS)
    const { id } = await stay(school, { sessionId, person: trainer, leftAt: ago(1) })
    expect(await hasBegunWith([noor])).toBe(true)
    await school.database.presence.update({ where: { id }, data: { leftAt: ago(3) } })
    expect(await hasBegunWith([noor])).toBe(false)
  })
})
