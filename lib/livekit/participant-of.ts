import type { ParticipantInfo } from 'livekit-server-sdk'
import { trackSources } from '#lib/kernel/enums.ts'
import { type Participant, type RoomGrants, SIGN_IN_ATTRIBUTE } from './media.ts'
import { sourceOf } from './sources.ts'

/** ParticipantInfo.Kind of a person; ingress, egress, SIP and agents have others (livekit_models.proto). */
const STANDARD = 0

/** Converts a participant of LiveKit. */
export function participantOf(info: ParticipantInfo): Participant {
  return {
    identity: info.identity,
    sid: info.sid,
    joinedAt: new Date(Number(info.joinedAtMs) || Number(info.joinedAt) * 1000),
    person: info.kind === STANDARD,
    grants: grantsOf(info.permission),
    signInId: info.attributes[SIGN_IN_ATTRIBUTE] || null,
  }
}

function grantsOf(permission: ParticipantInfo['permission']): RoomGrants {
  const named = permission?.canPublishSources.map(sourceOf) ?? []
  return {
    publish: permission?.canPublish
      ? trackSources.filter((source) => named.length === 0 || named.includes(source))
      : [],
    subscribe: permission?.canSubscribe ?? false,
    publishData: permission?.canPublishData ?? false,
    updateOwnMetadata: permission?.canUpdateMetadata ?? false,
  }
}
