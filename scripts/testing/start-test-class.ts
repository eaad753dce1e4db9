import { reconcileRoom } from '#lib/classroom/entry/reconcile-room.ts'
import { roomNameOf } from '#lib/livekit/media.ts'
import { enterRoom } from './enter-room.ts'
import { eventually } from './eventually.ts'
import { createSchool } from './school.ts'

/**
 * A running class with a trainer and two students, and helpers that read its state from LiveKit.
 * @param begun whether the class has started, as if the trainer had joined
 */
export async function startTestClass({ begun: classStarted = false } = {}) {
  const school = await createSchool()
  const [trainer, noor, karim] = [
    await school.person('TRAINER', 'Leïla'),
    await school.person('STUDENT', 'Noor'),
    await school.person('STUDENT', 'Karim'),
  ]
  const sessionId = await school.session({ trainer, students: [noor, karim], status: 'in_progress' })
  if (classStarted) await school.database.classroom.create({ data: { sessionId, startedAt: new Date() } })
  const { media } = school.system()
  const roomName = roomNameOf(sessionId)

  /** Unmuted tracks according to LiveKit: `<name> microphone`. */
  async function published(): Promise<string[]> {
    const names = new Map([trainer, noor, karim].map((person) => [String(person.id), person.name]))
    const tracks = await media.listTracks(roomName)
    return tracks
      .filter(({ muted }) => !muted)
      .map((track) => `${names.get(track.identity)} ${track.source}`)
      .sort()
  }

  return {
    school,
    sessionId,
    trainer,
    noor,
    karim,
    enter: (person: typeof trainer) => enterRoom(sessionId, person),
    published,
    /** Reconciles the room, as the worker does for a job and every 3 s. */
    settle: () => reconcileRoom(school.system(), { sessionId }),
    async until(expected: string[]) {
      await eventually(async () => {
        const found = await published()
        if (found.join() !== [...expected].sort().join()) throw new Error(`LiveKit has ${found.join(', ')}`)
      })
    },
    async grantsOf(person: typeof trainer) {
      const inside = await media.listParticipants(roomName)
      return inside.find(({ identity }) => identity === person.id)?.grants
    },
    jobs: () => school.sent.filter(({ name }) => name === 'reconcile-room').length,
  }
}
