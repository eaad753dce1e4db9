import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sendMessage } from '#lib/classroom/chat/send-message.ts'
import { raiseHand } from '#lib/classroom/hands/raise-hand.ts'
import { sendPace } from '#lib/classroom/hands/send-pace.ts'
import { removeParticipant } from '#lib/classroom/moderation/remove-participant.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import { runDuring } from '#scripts/testing/other-transaction.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'
import { setReceiveMode } from './set-receive-mode.ts'

const acts: [string, (context: Context, sessionId: SessionId) => Promise<unknown>][] = [
  ['raises a hand', (context, sessionId) => raiseHand(context, { sessionId })],
  [
    'writes a message',
    (context, sessionId) =>
      sendMessage(context, { sessionId, id: randomUUID(), text: 'Hello', mentions: [] }),
  ],
  ['sends the pace', (context, sessionId) => sendPace(context, { sessionId, pace: 'lost' })],
  [
    'switches to audio only',
    (context, sessionId) => setReceiveMode(context, { sessionId, mode: 'audio_and_screen' }),
  ],
]

test.each(acts)(
  'a student who %s while being removed is refused, and has nothing left in the room',
  async (_, act) => {
    const { school, sessionId, trainer, noor } = await startTestClass({ begun: true })
    const outcome = await runDuring(
      school.database,
      (database) => removeParticipant({ ...school.as(trainer), database }, { sessionId, userId: noor.id }),
      () => act(school.as(noor), sessionId),
    )
    expect(outcome).toMatchObject({ code: 'forbidden', reason: 'removedFromSession' })
    expect(await school.database.roomMember.count()).toBe(0)
    expect(await school.database.message.count()).toBe(0)
    expect(await school.database.classroom.findFirst()).toMatchObject({ number: 1 })
  },
)
