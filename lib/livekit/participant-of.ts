import type { ParticipantInfo } from 'livekit-server-sdk'
import type { Participant } from './media.ts'

/** ParticipantInfo.Kind of a person; ingress, egress, SIP and agents have others (livekit_models.proto). */
const STANDARD = 0

/** LiveKit's participant, in our words. */
export function participantOf(info: ParticipantInfo): Participant {
  return {
    identity: info.identity,
    sid: info.sid,
    joinedAt: new Date(Number(info.joinedAtMs) || Number(info.joinedAt) * 1000),
    person: info.kind === STANDARD,
  }
}
