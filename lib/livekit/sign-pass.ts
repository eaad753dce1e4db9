import 'server-only'
import { createSecretKey } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Configuration } from '#lib/process/configuration.ts'
import { type RoomPass, roomNameOf, type SignedPass } from './media.ts'
import { publishClaims } from './sources.ts'

const LIFE_S = 2 * 60 * 60
/** How long an empty room waits: for the first person, and for somebody to come back. */
const EMPTY_ROOM_S = 10 * 60
/** People whose connection was lost hold a place for about 20 s (measured), while they already come back. */
const PLACES_FOR_RETURNING = 10

/**
 * A signer of LiveKit access tokens with its key made once.
 * Source: docs.livekit.io, "Authentication" (claims `video`, `name`, `roomConfig`). Grants are spelled out, because
 * LiveKit takes an unset `canPublish` or `canSubscribe` for true.
 */
export function createSigner({ url, apiKey, apiSecret }: Configuration['liveKit']) {
  const key = createSecretKey(Buffer.from(apiSecret))
  return async function signPass(pass: RoomPass): Promise<SignedPass> {
    const roomName = roomNameOf(pass.sessionId)
    const issuedAt = Math.floor(Date.now() / 1000)
    const token = await new SignJWT({
      name: pass.name,
      video: {
        room: roomName,
        roomJoin: true,
        ...publishClaims(pass.grants.publish),
        canSubscribe: pass.grants.subscribe,
        canPublishData: pass.grants.publishData,
        canUpdateOwnMetadata: pass.grants.updateOwnMetadata,
      },
      roomConfig: {
        // Companions take nobody's place; whichever token comes first makes the room.
        maxParticipants: 2 * pass.places + PLACES_FOR_RETURNING,
        emptyTimeout: EMPTY_ROOM_S,
        departureTimeout: EMPTY_ROOM_S,
      },
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(apiKey)
      .setSubject(pass.identity)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt)
      .setExpirationTime(issuedAt + LIFE_S)
      .sign(key)
    return { token, url, roomName }
  }
}
