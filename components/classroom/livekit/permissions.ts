import { type Participant, ParticipantEvent, Track } from 'livekit-client'
import type { TrackSource } from '#lib/kernel/enums.ts'
import { type ParticipantEventName, useParticipantValue } from './room-value.ts'

export const livekitSources: Record<TrackSource, Track.Source> = {
  microphone: Track.Source.Microphone,
  camera: Track.Source.Camera,
  screen: Track.Source.ScreenShare,
}

/** Whether the participant may publish the source now. Our server decides it, LiveKit enforces it. */
export function mayPublish({ permissions }: Participant, source: Track.Source): boolean {
  if (!permissions) return true
  const { canPublish, canPublishSources } = permissions
  return (
    canPublish && (canPublishSources.length === 0 || canPublishSources.includes(Track.sourceToProto(source)))
  )
}

/** Whether the participant can neither publish nor subscribe, because the class has not started. */
export function isHeldUntilStart({ permissions }: Participant): boolean {
  return permissions?.canSubscribe === false
}

const permissionEvents: ParticipantEventName[] = [ParticipantEvent.ParticipantPermissionsChanged]

export function useMayPublish(participant: Participant, source: TrackSource | null): boolean {
  return useParticipantValue(
    participant,
    permissionEvents,
    (person) => source === null || mayPublish(person, livekitSources[source]),
  )
}

/** LiveKit usually has new permissions within moments; the wait ends after 5 s. */
const HEARD_WITHIN_MS = 5_000

/** Waits up to 5 s for the permission to publish, and returns whether it is there. */
export function waitUntilAllowed(participant: Participant, source: Track.Source): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer)
      participant.off(ParticipantEvent.ParticipantPermissionsChanged, check)
      resolve(mayPublish(participant, source))
    }
    const check = () => mayPublish(participant, source) && settle()
    const timer = setTimeout(settle, HEARD_WITHIN_MS)
    participant.on(ParticipantEvent.ParticipantPermissionsChanged, check)
    check()
  })
}
