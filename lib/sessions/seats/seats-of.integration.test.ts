import { expect, test } from 'vitest'
import { admit } from '#lib/classroom/admission/admit.ts'
import { sendReminder } from '#lib/classroom/admission/send-reminder.ts'
import { sendMessage } from '#lib/classroom/chat/send-message.ts'
import { grantFloor } from '#lib/classroom/hands/grant-floor.ts'
import { changeLocks } from '#lib/classroom/moderation/change-locks.ts'
import { eraseUser } from '#lib/people/erase-user.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'

/** Noor was erased while the class goes on; her seat is history. */
async function withoutNoor() {
  const klass = await startTestClass({ begun: true })
  await eraseUser(await klass.school.asAdmin(), { userId: klass.noor.id })
  return { ...klass, context: klass.school.as(klass.trainer), userIds: [klass.noor.id] }
}

test('an erased student leaves the roster at once, and stays in the register of completed sessions', async () => {
  const { school, context, sessionId, karim } = await withoutNoor()
  for (const looking of [context, await school.asAdmin()]) {
    expect((await findSession(looking, { sessionId })).seats?.map(({ id }) => id)).toEqual([karim.id])
  }
  await school.database.classSession.update({ where: { id: sessionId }, data: { status: 'completed' } })
  const names = (await findSession(context, { sessionId })).seats?.map(({ name }) => name)
  expect(names).toEqual([expect.stringMatching(/^Former student /), 'Karim'])
})

test('an erased student is neither reminded nor admitted', async () => {
  const { school, context, sessionId, userIds } = await withoutNoor()
  expect(await sendReminder(context, { sessionId, userIds })).toEqual({ reminded: 0 })
  expect(await sendReminder(context, { sessionId })).toEqual({ reminded: 1 })
  expect(await admit(context, { sessionId, userIds })).toMatchObject({ admitted: 0 })
  expect(await school.database.roomMember.count({ where: { admittedAt: { not: null } } })).toBe(0)
})

test('an erased student gets no floor and no exception, and cannot be messaged or mentioned', async () => {
  const { context, sessionId, noor } = await withoutNoor()
  const userId = noor.id
  await expect(grantFloor(context, { sessionId, userId })).rejects.toMatchObject({
    reason: 'floorOnlyStudents',
  })
  const exceptions = [{ userId, lock: 'chat' as const, excepted: true }]
  const lock = changeLocks(context, { sessionId, exceptions })
  await expect(lock).rejects.toMatchObject({ reason: 'lockOnlyStudents' })
  const write = (privateWith: typeof userId | null) =>
    sendMessage(context, {
      sessionId,
      id: crypto.randomUUID(),
      text: '@Noor',
      mentions: [userId],
      replyToId: null,
      privateWith,
    })
  await expect(write(userId)).rejects.toMatchObject({ reason: 'notYourThread' })
  expect((await write(null)).mentions).toEqual([])
})
