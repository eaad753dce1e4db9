import { expect, test } from 'vitest'
import type { SessionId } from '#lib/kernel/ids.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { removeEndedSignInsFromRooms, removeFromRooms } from './remove-from-rooms.ts'

/** A student, and sessions in every relation of the student to their rooms. */
async function studentInRooms() {
  const school = await createSchool()
  const noor = await school.person('STUDENT')
  const students = [noor]
  const running = await school.session({ students, status: 'in_progress' })
  const inside = await school.session({ sessionType: 'offline', startsInHours: 3 })
  const onlineToCome = await school.session({ students, startsInHours: 5 })
  const left = await school.session({ sessionType: 'offline', students, startsInHours: 7 })
  await school.session({ students, startsInHours: -9, status: 'completed' })
  await school.session({ status: 'in_progress' })
  const stays: [SessionId, Date | null][] = [
    [inside, null],
    [left, new Date()],
  ]
  for (const [sessionId, leftAt] of stays) {
    const data = { sessionId, userId: noor.id, roomSid: 'RM', participantSid: `PA_${sessionId}`, leftAt }
    await school.database.presence.create({ data: { ...data, joinedAt: new Date() } })
  }
  const settled = () => new Set(school.sent.map(({ payload }) => payload))
  return { school, noor, running, inside, onlineToCome, settled }
}

const payloadsOf = (...sessionIds: SessionId[]) => new Set(sessionIds.map((sessionId) => ({ sessionId })))

test('an ended sign-in reconciles the rooms that its person is in, and the running ones', async () => {
  const { school, noor, running, inside, settled } = await studentInRooms()
  await removeEndedSignInsFromRooms(school.system(), noor.id)
  expect(settled()).toEqual(payloadsOf(running, inside))
})

test('losing all access also reconciles rooms that can be entered before their start', async () => {
  const { school, noor, running, inside, onlineToCome, settled } = await studentInRooms()
  await removeFromRooms(await school.asAdmin(), noor.id)
  expect(settled()).toEqual(payloadsOf(running, inside, onlineToCome))
})
