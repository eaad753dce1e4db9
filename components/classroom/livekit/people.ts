import {
  type Participant,
  ParticipantEvent,
  type Room,
  RoomEvent,
  Track,
  type TrackPublication,
} from 'livekit-client'
import type { TrackSource } from '#lib/kernel/enums.ts'
import { isCompanion, isMainDevice, ownerIdOf } from '#lib/livekit/ids.ts'
import { livekitSources } from './permissions.ts'
import {
  isSameList,
  type ParticipantEventName,
  participantListEvents,
  useParticipantValue,
  useRoomValue,
} from './room-value.ts'

/** The identities of all main devices inside, the viewer's first, then by time of joining. */
export function usePeople(): string[] {
  return useRoomValue(participantListEvents, readPeople, isSameList)
}

function readPeople(room: Room): string[] {
  return readIdentities(room).filter(isMainDevice)
}

/** The identities that may have video: people's main devices and the room display. */
export function useVideoIdentities(): string[] {
  return useRoomValue(participantListEvents, readVideoIdentities, isSameList)
}

function readVideoIdentities(room: Room): string[] {
  return readIdentities(room).filter((identity) => !isCompanion(identity))
}

function readIdentities(room: Room): string[] {
  const remote = [...room.remoteParticipants.values()].toSorted(byTimeOfJoining)
  const me = room.localParticipant.identity
  return me ? [me, ...remote.map((person) => person.identity)] : []
}

/** The ids of people in person: their companion is inside, but not their main device. */
export function useInPerson(): string[] {
  return useRoomValue(participantListEvents, readInPerson, isSameList)
}

function readInPerson(room: Room): string[] {
  const identities = readIdentities(room)
  return identities
    .filter(isCompanion)
    .map(ownerIdOf)
    .filter((id) => !identities.includes(id))
}

/** The number of people inside, each counted once. */
export function useHeadcount(): number {
  return usePeople().length + useInPerson().length
}

function byTimeOfJoining(one: Participant, other: Participant): number {
  return (one.joinedAt?.getTime() ?? 0) - (other.joinedAt?.getTime() ?? 0)
}

const screenEvents: RoomEvent[] = [
  ...participantListEvents,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
]

/** The identities of participants who share a screen, the latest to join last. */
export function useScreenSharers(): string[] {
  return useRoomValue(screenEvents, readScreenSharers, isSameList)
}

function readScreenSharers(room: Room): string[] {
  return [room.localParticipant, ...room.remoteParticipants.values()]
    .filter((person) => person.getTrackPublication(Track.Source.ScreenShare))
    .map((person) => person.identity)
}

const trackEvents: ParticipantEventName[] = [
  ParticipantEvent.TrackPublished,
  ParticipantEvent.TrackUnpublished,
  ParticipantEvent.TrackSubscribed,
  ParticipantEvent.TrackUnsubscribed,
  ParticipantEvent.TrackMuted,
  ParticipantEvent.TrackUnmuted,
  ParticipantEvent.LocalTrackPublished,
  ParticipantEvent.LocalTrackUnpublished,
]

/** The publication that can be seen or heard now; undefined if there is none or it is muted. */
export function useActivePublication(
  participant: Participant,
  source: Track.Source,
): TrackPublication | undefined {
  return useParticipantValue(participant, trackEvents, (person) => {
    const publication = person.getTrackPublication(source)
    return publication?.isMuted ? undefined : publication
  })
}

export function useIsMicrophoneOn(participant: Participant): boolean {
  return useActivePublication(participant, Track.Source.Microphone) !== undefined
}

/** The sources that others receive from the participant now. */
export function usePublishedSources(participant: Participant): TrackSource[] {
  return useParticipantValue(participant, trackEvents, readPublishedSources, isSameList)
}

function readPublishedSources(participant: Participant): TrackSource[] {
  return (['microphone', 'camera', 'screen'] as const).filter(
    (source) => participant.getTrackPublication(livekitSources[source])?.isMuted === false,
  )
}

const nameEvents: ParticipantEventName[] = [ParticipantEvent.ParticipantNameChanged]

export function useParticipantName(participant: Participant): string {
  return useParticipantValue(participant, nameEvents, (person) => person.name || person.identity)
}

/** The participant with this identity; a new object after each new connection. */
export function useParticipant(identity: string): Participant | undefined {
  return useRoomValue(participantListEvents, (room) => room.getParticipantByIdentity(identity))
}
