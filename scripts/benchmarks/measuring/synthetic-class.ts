import { Room } from '@livekit/rtc-node'
import type { SessionId } from '#lib/kernel/ids.ts'
import type { SignedInPerson } from '#scripts/testing/make-school.ts'
import { requestRoomToken } from './request-as.ts'
import { publishVoice, showGrey, type Voice } from './synthetic-publisher.ts'

type SyntheticClass = {
  /** Participants speak in turn for the given time each, repeatedly until they leave. */
  speakInTurns(milliseconds: number): void
  leave(): Promise<void>
}

/** Connects people to a session's room without browsers, each with a camera and a microphone. */
export async function joinSyntheticClass(
  baseUrl: string,
  sessionId: SessionId,
  people: SignedInPerson[],
): Promise<SyntheticClass> {
  const inside: Inside[] = []
  for (const person of people) inside.push(await enter(baseUrl, sessionId, person))
  let hasLeft = false

  async function speakInTurns(voices: Voice[], milliseconds: number) {
    while (!hasLeft) {
      for (const voice of voices) if (!hasLeft) await voice.speak(milliseconds)
    }
  }

  return {
    speakInTurns(milliseconds) {
      const voices = inside.map(({ voice }) => voice)
      void speakInTurns(voices, milliseconds)
    },
    async leave() {
      hasLeft = true
      for (const { leave } of inside) await leave()
    },
  }
}

type Inside = Awaited<ReturnType<typeof enter>>

async function enter(baseUrl: string, sessionId: SessionId, person: SignedInPerson) {
  const { token, url } = await requestRoomToken(baseUrl, sessionId, person)
  const room = new Room()
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  const stopCamera = await showGrey(room)
  return {
    voice: await publishVoice(room),
    async leave() {
      stopCamera()
      await room.disconnect()
    },
  }
}
