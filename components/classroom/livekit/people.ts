import {
  type ConnectionQuality,
  type Participant,
  ParticipantEvent,
  type Room,
  RoomEvent,
  Track,
  type TrackPublication,
} from 'livekit-client'
import type { TrackSource } from '#lib/kernel/enums.ts'
import { isCompanion, isOwnPlace, ownerOf } from '#lib/livekit/ids.ts'
import { livekitSources } from './permissions.ts'
import { comings, isSameList, type PersonEvent, useParticipantValue, useRoomValue } from './room-value.ts'

/** The identities of everybody inside, oneself included, by time of joining: of people in their own places. */
export function usePeople(): string[] {
  return useRoomValue(comings, readPeople, isSameList)
}

function readPeople(room: Room): string[] {
  return readIdentities(room).filter(isOwnPlace)
}

/** The same with a room's screen: whoever may have a picture. */
export function useFaces(): string[] {
  return useRoomValue(comings, readFaces, isSameList)
}

function readFaces(room: Room): string[] {
  return readIdentities(room).filter((identity) => !isCompanion(identity))
}

function readIdentities(room: Room): string[] {
  const remote = [...room.remoteParticipants.values()].toSorted(byTimeOfJoining)
  const me = room.localParticipant.identity
  return me ? [me, ...remote.map((person) => person.identity)] : []
}

/** The ids of those who sit in the room: a companion of theirs is inside, and not their own place. */
export function useInRoom(): string[] {
  return useRoomValue(comings, readInRoom, isSameList)
}

function readInRoom(room: Room): string[] {
  const identities = readIdentities(room)
  return identities
    .filter(isCompanion)
    .map(ownerOf)
    .filter((id) => !identities.includes(id))
}

/** How many people are inside, each counted once. */
export function useHeadcount(): number {
  return usePeople().length + useInRoom().length
}

function byTimeOfJoining(one: Participant, other: Participant): number {
  return (one.joinedAt?.getTime() ?? 0) - (other.joinedAt?.getTime() ?? 0)
}

const screenEvents: RoomEvent[] = [
  ...comings,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
]

/** The identities of those who share a screen, the latest to join last. */
export function useSharers(): string[] {
  return useRoomValue(screenEvents, readSharers, isSameList)
}

function readSharers(room: Room): string[] {
  return [room.localParticipant, ...room.remoteParticipants.values()]
    .filter((person) => person.getTrackPublication(Track.Source.ScreenShare))
    .map((person) => person.identity)
}

const trackEvents: PersonEvent[] = [
  ParticipantEvent.TrackPublished,
  ParticipantEvent.TrackUnpublished,
  ParticipantEvent.TrackSubscribed,
  ParticipantEvent.TrackUnsubscribed,
  ParticipantEvent.TrackMuted,
  ParticipantEvent.TrackUnmuted,
  ParticipantEvent.LocalTrackPublished,
  ParticipantEvent.LocalTrackUnpublished,
]

/** The publication of what can be seen or heard now; undefined where there is none, or it is muted. */
export function useActivePublication(
  participant: Participant,
  source: Track.Source,
): TrackPublication | undefined {
  return useParticipantValue(participant, trackEvents, (person) => {
    const publication = person.getTrackPublication(source)
    return publication?.isMuted ? undefined : publication
  })
}

/** The publication's track, as soon as it is there. */
export function useVideoTrack(
  participant: Participant,
  publication: TrackPublication,
): TrackPublication['videoTrack'] {
  return useParticipantValue(participant, trackEvents, () => publication.videoTrack)
}

export function useIsMicrophoneOn(participant: Participant): boolean {
  return useActivePublication(participant, Track.Source.Microphone) !== undefined
}

/** What others get of somebody now. */
export function usePublished(participant: Participant): TrackSource[] {
  return useParticipantValue(participant, trackEvents, readPublished, isSameList)
}

function readPublished(participant: Participant): TrackSource[] {
  return (['microphone', 'camera', 'screen'] as const).filter(
    (source) => participant.getTrackPublication(livekitSources[source])?.isMuted === false,
  )
}

const speechEvents: PersonEvent[] = [ParticipantEvent.IsSpeakingChanged]

export function useIsSpeaking(participant: Participant): boolean {
  return useParticipantValue(participant, speechEvents, (person) => person.isSpeaking)
}

const qualityEvents: PersonEvent[] = [ParticipantEvent.ConnectionQualityChanged]

export function useQuality(participant: Participant): ConnectionQuality {
  return useParticipantValue(participant, qualityEvents, (person) => person.connectionQuality)
}

const nameEvents: PersonEvent[] = [ParticipantEvent.ParticipantNameChanged]

export function useName(participant: Participant): string {
  return useParticipantValue(participant, nameEvents, (person) => person.name || person.identity)
}

/** Somebody inside; a new object after each new connection. */
export function useParticipant(identity: string): Participant | undefined {
  return useRoomValue(comings, (room) => room.getParticipantByIdentity(identity))
}
