import { brandedError } from '#lib/kernel/branded-error.ts'
import { HOUR_S } from '#lib/kernel/durations.ts'
import type { TrackSource } from '#lib/kernel/enums.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'

/** A room token can be used for 2 hours (docs/contract.md). */
export const TOKEN_LIFETIME_S = 2 * HOUR_S

export type LiveKitSettings = {
  /** Address for browsers. */
  url: string
  /** Address for the server, as http(s). */
  apiUrl: string
  apiKey: string
  apiSecret: string
}

/** Rights of a participant in a room. Unnamed grants are off. */
export type RoomGrants = {
  publish: readonly TrackSource[]
  subscribe: boolean
  publishData: boolean
  updateOwnMetadata: boolean
}

export type RoomTokenOptions = {
  sessionId: SessionId
  identity: string
  name: string
  grants: RoomGrants
  /** Maximum number of people in the room, each with an additional companion. */
  capacity: number
  /** The sign-in that requested the token; none for room displays. */
  signInId?: string
}

export type SignedToken = { token: string; url: string; roomName: string }

/** A participant who is in a room now. */
export type Participant = {
  identity: string
  /** LiveKit's id of this one connection. */
  sid: string
  joinedAt: Date
  /** False for recorders and agents, which are ignored. */
  person: boolean
  grants: RoomGrants
  /**
   * The sign-in for which the token was issued; null if the token names none. A trainer's client may change it.
   */
  signInId: string | null
}

/** A track that a person publishes in a room. */
export type PublishedTrack = {
  sid: string
  /** The identity of its publisher. */
  identity: string
  source: TrackSource
  muted: boolean
}

export type OpenRoom = { roomName: string; sid: string }

/** An event from LiveKit. All other events are ignored. */
export type MediaEvent =
  | { kind: 'room_started' | 'room_finished'; id: string; at: Date; room: OpenRoom }
  | { kind: 'joined' | 'left'; id: string; at: Date; room: OpenRoom; participant: Participant }
  | { kind: 'other'; id: string; at: Date; name: string }

/** LiveKit does not answer, or not in time. */
export class MediaUnavailable extends brandedError('MediaUnavailable') {}

/** A webhook with an invalid signature. */
export class ForgedEvent extends brandedError('ForgedEvent') {}

/** The attribute of a token and its participant with the sign-in for which the token was issued. */
export const SIGN_IN_ATTRIBUTE = 'caravan.sign-in'

/**
 * Interface to LiveKit. Every method that calls LiveKit throws MediaUnavailable if it does not answer. Actions on
 * rooms and participants that are gone succeed.
 */
export type Media = {
  /** A token that expires 2 hours after issue. Does not call LiveKit. */
  signToken(pass: RoomTokenOptions): SignedToken
  /**
   * A token that expires after 5 minutes, for a room in which a person checks whether LiveKit can be reached. It
   * only allows joining. Does not call LiveKit.
   */
  signCheckToken(person: UserId): SignedToken
  /** The open rooms, or those of the given names. */
  listRooms(names?: string[]): Promise<OpenRoom[]>
  listParticipants(roomName: string): Promise<Participant[]>
  /** The tracks of people, without recorders and agents. */
  listTracks(roomName: string): Promise<PublishedTrack[]>
  /** Nobody receives the track until its publisher unmutes it. */
  muteTrack(roomName: string, track: Pick<PublishedTrack, 'identity' | 'sid'>): Promise<void>
  removeParticipant(roomName: string, identity: string): Promise<void>
  /** Tracks without the right to publish are removed. */
  changeGrants(roomName: string, identity: string, grants: RoomGrants): Promise<void>
  /**
   * Sends data to everyone in the room, or to some participants. It arrives once or, if a connection breaks, not
   * at all. At most 15 KiB.
   */
  sendData(roomName: string, data: Uint8Array, topic: string, to?: string[]): Promise<void>
  deleteRoom(roomName: string): Promise<void>
  /** @throws ForgedEvent */
  readEvent(body: string, authorization: string | null): Promise<MediaEvent>
  isAvailable(): Promise<boolean>
}

const ROOM_NAME_PREFIX = 'session-'

/** The name of a session's room (docs/contract.md, "Room token"). */
export function roomNameOf(sessionId: SessionId): string {
  return `${ROOM_NAME_PREFIX}${sessionId}`
}

/** The name of the room for a person's device checks. It belongs to no session and is not recorded. */
export function checkRoomNameOf(userId: UserId): string {
  return `check-${userId}`
}

/** The session of a room, or null if the room is not ours. */
export function sessionIdOf(roomName: string): string | null {
  return roomName.startsWith(ROOM_NAME_PREFIX) ? roomName.slice(ROOM_NAME_PREFIX.length) : null
}
