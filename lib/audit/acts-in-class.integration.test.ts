import { expect, test } from 'vitest'
import { admit } from '#lib/classroom/admission/admit.ts'
import { sendReminder } from '#lib/classroom/admission/send-reminder.ts'
import { grantFloor, takeBackFloor } from '#lib/classroom/hands/grant-floor.ts'
import { changeAssistant } from '#lib/classroom/moderation/change-assistant.ts'
import { muteParticipants } from '#lib/classroom/moderation/mute-participants.ts'
import { setSpotlight } from '#lib/classroom/moderation/set-spotlight.ts'
import { createRoomDisplayFor } from '#lib/classroom/room-display/create-room-display.ts'
import { issueRoomDisplayToken } from '#lib/classroom/room-display/issue-room-display-token.ts'
import { muteRoomDisplay } from '#lib/classroom/room-display/mute-room-display.ts'
import { pairRoomDisplay } from '#lib/classroom/room-display/pair-room-display.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'
import { joinWithToken } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'
import type { AuditAction } from './api.ts'

type On = { sessionId: SessionId; userId: UserId }
type Fact = (userId: UserId) => unknown

const nothing: Fact = () => null
const them: Fact = (userId) => ({ userId })
const among: Fact = (userId) => ({ studentIds: [userId] })

/** Moderation actions in order, with the audit facts before and after each action on a person. */
const acts: [AuditAction, (context: Context, on: On) => Promise<unknown>, before: Fact, after: Fact][] = [
  [
    'cameras_stopped',
    (context, { sessionId }) => muteParticipants(context, { sessionId, source: 'camera' }),
    nothing,
    among,
  ],
  [
    'screens_stopped',
    (context, { sessionId }) => muteParticipants(context, { sessionId, source: 'screen' }),
    nothing,
    among,
  ],
  ['floor_granted', grantFloor, nothing, them],
  ['floor_taken_back', takeBackFloor, them, nothing],
  ['spotlight_set', setSpotlight, nothing, them],
  ['spotlight_set', (context, on) => setSpotlight(context, { ...on, userId: null }), them, nothing],
  [
    'assistant_changed',
    (context, on) => changeAssistant(context, { ...on, assistantPermissions: ['mute'] }),
    (userId) => ({ userId, assistantPermissions: [] }),
    (userId) => ({ userId, assistantPermissions: ['mute'] }),
  ],
  [
    'students_admitted',
    (context, { sessionId, userId }) => admit(context, { sessionId, userIds: [userId] }),
    nothing,
    among,
  ],
  [
    'students_reminded',
    (context, { sessionId, userId }) => sendReminder(context, { sessionId, userIds: [userId] }),
    nothing,
    among,
  ],
  ['room_display_muted', muteRoomDisplay, nothing, nothing],
]

test('each moderation action records one audit event with actor, person and previous value', async () => {
  const { school, sessionId, trainer, noor, enter, published } = await startTestClass()
  const leading = school.as(trainer)
  const student = await enter(noor)
  for (const source of ['camera', 'screen'] as const) await student.publish(source)
  const hall = await createRoomDisplayFor(school.system(), {
    address: '192.0.2.1',
    secret: 'a secret of the test',
  })
  await pairRoomDisplay(leading, { sessionId, code: hall.code })
  await (await joinWithToken(await issueRoomDisplayToken(school.system(), hall))).publish('microphone')
  await eventually(async () => expect(await published()).toHaveLength(3))

  const { auditEvent } = school.database
  await auditEvent.deleteMany()
  for (const [action, act, before, after] of acts) {
    await act(leading, { sessionId, userId: noor.id })
    expect(await auditEvent.findMany(), action).toMatchObject([
      {
        action,
        actorId: trainer.id,
        subject: 'session',
        subjectId: sessionId,
        before: before(noor.id),
        after: after(noor.id),
      },
    ])
    await auditEvent.deleteMany()
  }
})
