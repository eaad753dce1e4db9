import 'server-only'
import { randomUUID } from 'node:crypto'
import { createSigner as createJwtSigner } from 'fast-jwt'
import { MINUTE_S } from '#lib/kernel/durations.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import {
  checkRoomNameOf,
  type LiveKitSettings,
  type RoomTokenOptions,
  roomNameOf,
  SIGN_IN_ATTRIBUTE,
  type SignedToken,
  TOKEN_LIFETIME_S,
} from './media.ts'
import { publishClaims } from './sources.ts'

const CHECK_TOKEN_LIFETIME_S = 5 * MINUTE_S
/** How long an empty room stays open for the first participant or for one who comes back. */
const EMPTY_ROOM_TIMEOUT_S = 10 * MINUTE_S
const EMPTY_CHECK_ROOM_TIMEOUT_S = 20
/** Disconnected participants keep their slot for about 20 s (measured), while they already reconnect. */
const SLOTS_FOR_RECONNECTING = 10

type Claims = {
  roomName: string
  identity: string
  name?: string
  attributes?: Record<string, string>
  grants: {
    canPublish: boolean
    canSubscribe: boolean
    canPublishData: boolean
    canUpdateOwnMetadata: boolean
  }
  roomConfig: { maxParticipants: number; emptyTimeout: number; departureTimeout: number }
  lifetimeS: number
}

/**
 * A signer of LiveKit access tokens whose key is created once.
 * Source: docs.livekit.io, "Authentication" (claims `video`, `name`, `attributes`, `roomConfig`). Grants are
 * spelled out, because LiveKit treats an unset `canPublish` or `canSubscribe` as true.
 */
export function createTokenSigner({ url, apiKey, apiSecret }: LiveKitSettings) {
  const signJwt = createJwtSigner({ key: apiSecret, algorithm: 'HS256', iss: apiKey })

  function sign({
    roomName,
    identity,
    name,
    attributes,
    grants,
    roomConfig,
    lifetimeS,
  }: Claims): SignedToken {
    const issuedAt = Math.floor(Date.now() / 1000)
    const video = { room: roomName, roomJoin: true, ...grants }
    const token = signJwt({
      name,
      attributes,
      video,
      roomConfig,
      sub: identity,
      iat: issuedAt,
      nbf: issuedAt,
      exp: issuedAt + lifetimeS,
    })
    return { token, url, roomName }
  }

  return {
    signToken: ({ sessionId, identity, name, grants, capacity, signInId }: RoomTokenOptions) =>
      sign({
        roomName: roomNameOf(sessionId),
        identity,
        name,
        ...(signInId && { attributes: { [SIGN_IN_ATTRIBUTE]: signInId } }),
        grants: {
          ...publishClaims(grants.publish),
          canSubscribe: grants.subscribe,
          canPublishData: grants.publishData,
          canUpdateOwnMetadata: grants.updateOwnMetadata,
        },
        roomConfig: {
          // Companions use slots of their own. The first token that is used creates the room.
          maxParticipants: 2 * capacity + SLOTS_FOR_RECONNECTING,
          emptyTimeout: EMPTY_ROOM_TIMEOUT_S,
          departureTimeout: EMPTY_ROOM_TIMEOUT_S,
        },
        lifetimeS: TOKEN_LIFETIME_S,
      }),
    signCheckToken: (person: UserId) =>
      sign({
        roomName: checkRoomNameOf(person),
        // A new identity each time: LiveKit remembers the route of an identity for minutes and skips the others.
        identity: `check-${randomUUID()}`,
        grants: {
          canPublish: false,
          canSubscribe: false,
          canPublishData: false,
          canUpdateOwnMetadata: false,
        },
        roomConfig: {
          maxParticipants: SLOTS_FOR_RECONNECTING,
          emptyTimeout: EMPTY_CHECK_ROOM_TIMEOUT_S,
          departureTimeout: EMPTY_CHECK_ROOM_TIMEOUT_S,
        },
        lifetimeS: CHECK_TOKEN_LIFETIME_S,
      }),
  }
}
