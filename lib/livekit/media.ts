import { brandedError } from '#lib/kernel/branded-error.ts'
import type { TrackSource } from '#lib/kernel/enums.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'

export type LiveKitSettings = {
  /** What browsers reach. */
  url: string
  /** What the server reaches, as http(s). */
  apiUrl: string
  apiKey: string
  apiSecret: string
}

/** What somebody may do in a room; unnamed grants are off. */
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
  /** People who may be in the room at once, each with a companion beside them. */
  capacity: number
  /** The sign-in that asked for the token; a room's screen has none. */
  signInId?: string
}

export type SignedToken = { token: string; url: string; roomName: string }

/** Somebody who is in a room now. */
export type Participant = {
  identity: string
  /** LiveKit's id of this one connection. */
  sid: string
  joinedAt: Date
  /** False for recorders and agents, which are left alone. */
  person: boolean
  grants: RoomGrants
  /** The sign-in that the token was issued for, null where it names none. A trainer's client may change it. */
  signInId: string | null
}

/** Something that a person publishes in a room. */
export type PublishedTrack = {
  sid: string
  /** Whose it is. */
  identity: string
  source: TrackSource
  muted: boolean
}

export type OpenRoom = { roomName: string; sid: string }

/** What LiveKit told us; everything else it sends is ignored. */
export type MediaEvent =
  | { kind: 'room_started' | 'room_finished'; id: string; at: Date; room: OpenRoom }
  | { kind: 'joined' | 'left'; id: string; at: Date; room: OpenRoom; participant: Participant }
  | { kind: 'other'; id: string; at: Date; name: string }

/** LiveKit does not answer, or not in time. */
export class MediaUnavailable extends brandedError('MediaUnavailable') {}

/** A webhook whose signature does not hold. */
export class ForgedEvent extends brandedError('ForgedEvent') {}

/** The attribute of a token and its participant that names the sign-in which the token was issued for. */
export const SIGN_IN_ATTRIBUTE = 'caravan.sign-in'

/**
 * The edge to LiveKit. Every method that asks LiveKit throws MediaUnavailable where it does not answer;
 * rooms and participants that are gone count as done.
 */
export type Media = {
  /** A token that expires 2 hours after issue. Nothing is asked of LiveKit. */
  signToken(pass: RoomTokenOptions): SignedToken
  /**
   * A token that expires after 5 minutes, for a room in which somebody finds out whether LiveKit can be reached: it
   * lets one join and nothing else. Nothing is asked of LiveKit.
   */
  signCheckToken(person: UserId): SignedToken
  /** The open rooms, or those of the named rooms that are open. */
  listRooms(names?: string[]): Promise<OpenRoom[]>
  listParticipants(roomName: string): Promise<Participant[]>
  /** What people publish; recorders and agents are left out. */
  listTracks(roomName: string): Promise<PublishedTrack[]>
  /** Others get nothing of it until its publisher switches it on again. */
  muteTrack(roomName: string, track: Pick<PublishedTrack, 'identity' | 'sid'>): Promise<void>
  removeParticipant(roomName: string, identity: string): Promise<void>
  /** What is published without the right to it is taken down. */
  changeGrants(roomName: string, identity: string, grants: RoomGrants): Promise<void>
  /**
   * Sends data to everybody in the room, or to some of them. It gets to each once or, where a connection breaks,
   * not at all; at most 15 KiB.
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

/** The name of the room of somebody's device checks: it is no session's, and nothing is recorded of it. */
export function checkRoomNameOf(userId: UserId): string {
  return `check-${userId}`
}

/** The session that a room belongs to, or null where the room is not ours. */
export function sessionIdOf(roomName: string): string | null {
  return roomName.startsWith(ROOM_NAME_PREFIX) ? roomName.slice(ROOM_NAME_PREFIX.length) : null
}
