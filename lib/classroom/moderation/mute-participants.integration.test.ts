import { describe, expect, test } from 'vitest'
import { readRoom } from '#lib/classroom/room/read-room.ts'
import { type SessionId, sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { MediaUnavailable, roomNameOf } from '#lib/livekit/media.ts'
import { enterRoom } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { connectTestMedia, createSchool } from '#scripts/testing/school.ts'
import { changeAssistant } from './change-assistant.ts'
import { muteParticipants } from './mute-participants.ts'

/** A class with its trainer and two students inside, all microphones on, and also Noor's camera. */
async function speakingClass() {
  const school = await createSchool()
  const [trainer, noor, karim] = [
    await school.person('TRAINER'),
    await school.person('STUDENT'),
    await school.person('STUDENT'),
  ]
  const sessionId = await school.session({ trainer, students: [noor, karim], status: 'in_progress' })
  for (const person of [trainer, noor, karim]) {
    const visitor = await enterRoom(sessionId, person)
    await visitor.publish('microphone')
    if (person === noor) await visitor.publish('camera')
  }
  await eventually(async () => expect(await heard(sessionId)).toHaveLength(4))
  return { school, sessionId, trainer, noor, karim }
}

/** The active tracks in the room, from LiveKit. */
async function heard(sessionId: SessionId): Promise<string[]> {
  const tracks = await connectTestMedia().listTracks(roomNameOf(sessionId))
  return tracks.filter(({ muted }) => !muted).map(({ identity, source }) => `${identity} ${source}`)
}

describe('muting', () => {
  test('everyone spares the trainer and cameras. Idempotent and audited once', async () => {
    const { school, sessionId, trainer, noor, karim } = await speakingClass()
    const mute = () => muteParticipants(school.as(trainer), { sessionId, source: 'microphone' })
    expect(await mute()).toEqual({ muted: 2 })
    await eventually(async () =>
      expect(new Set(await heard(sessionId))).toEqual(
        new Set([`${trainer.id} microphone`, `${noor.id} camera`]),
      ),
    )
    expect(await mute()).toEqual({ muted: 0 })
    expect(await school.database.auditEvent.findMany()).toMatchObject([
      {
        action: 'microphones_muted',
        actorId: trainer.id,
        subjectId: sessionId,
        after: { studentIds: expect.arrayContaining([noor.id, karim.id]) },
      },
    ])
  })

  test('one person does not affect the others; the trainer is never muted', async () => {
    const { school, sessionId, trainer, noor } = await speakingClass()
    const admin = await school.asAdmin()
    const stop = (source: 'microphone' | 'camera', userIds: (typeof noor.id)[]) =>
      muteParticipants(admin, { sessionId, source, userIds })
    expect(await stop('camera', [noor.id])).toEqual({ muted: 1 })
    expect(await stop('microphone', [trainer.id])).toEqual({ muted: 0 })
    await eventually(async () => expect(await heard(sessionId)).toHaveLength(3))
    expect(await heard(sessionId)).not.toContain(`${noor.id} camera`)
  })

  test('everyone spares assistants and exceptions, but an assistant can be muted by name', async () => {
    const { school, sessionId, trainer, noor, karim } = await speakingClass()
    const leila = school.as(trainer)
    await changeAssistant(leila, { sessionId, userId: karim.id, assistantPermissions: ['hands'] })
    const mute = (of: { userIds?: (typeof noor.id)[]; except?: (typeof noor.id)[] }) =>
      muteParticipants(leila, { sessionId, source: 'microphone', ...of })
    expect(await mute({ except: [noor.id] })).toEqual({ muted: 0 })
    expect(await mute({})).toEqual({ muted: 1 })
    await eventually(async () =>
      expect(new Set(await heard(sessionId))).toEqual(
        new Set([`${trainer.id} microphone`, `${noor.id} camera`, `${karim.id} microphone`]),
      ),
    )
    expect(await mute({ userIds: [karim.id] })).toEqual({ muted: 1 })
  })

  test('and locking is one request, which needs both permissions', async () => {
    const { school, sessionId, trainer, noor, karim } = await speakingClass()
    const leila = school.as(trainer)
    await changeAssistant(leila, { sessionId, userId: karim.id, assistantPermissions: ['mute'] })
    const input = { sessionId, source: 'microphone' as const, lock: true }
    await expect(muteParticipants(school.as(karim), input)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await heard(sessionId)).toHaveLength(4)
    expect(await muteParticipants(leila, input)).toEqual({ muted: 1, number: 2 })
    expect(await readRoom(school.as(noor), { sessionId })).toMatchObject({
      number: 2,
      locks: ['microphone', 'screen'],
    })
  })

  test('is refused for students and other trainers', async () => {
    const { school, sessionId, noor, karim } = await speakingClass()
    for (const actor of [karim, noor, await school.person('STUDENT'), await school.person('TRAINER')]) {
      const muting = muteParticipants(school.as(actor), {
        sessionId,
        source: 'microphone',
        userIds: [noor.id],
      })
      await expect(muting).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await heard(sessionId)).toHaveLength(4)
    const unknown = { sessionId: toSessionId.parse(crypto.randomUUID()), source: 'microphone' as const }
    await expect(muteParticipants(school.as(karim), unknown)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('fails if LiveKit does not answer, and the audit trail names the muted participants', async () => {
    const { school, sessionId, trainer, noor, karim } = await speakingClass()
    const context = school.as(trainer)
    const media = {
      ...context.media,
      muteTrack: async (roomName: string, track: { identity: string; sid: string }) => {
        if (track.identity === karim.id) throw new MediaUnavailable('away')
        await context.media.muteTrack(roomName, track)
      },
    }
    const muting = muteParticipants({ ...context, media }, { sessionId, source: 'microphone' })
    await expect(muting).rejects.toBeInstanceOf(MediaUnavailable)
    expect(await school.database.auditEvent.findFirst()).toMatchObject({ after: { studentIds: [noor.id] } })
  })
})
