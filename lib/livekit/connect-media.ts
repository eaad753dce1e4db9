import 'server-only'
import { DataPacket_Kind, type ParticipantInfo, RoomServiceClient, TwirpError } from 'livekit-server-sdk'
import { type LiveKitSettings, type Media, MediaUnavailable } from './media.ts'
import { participantOf } from './participant-of.ts'
import { createEventReader } from './read-event.ts'
import { createTokenSigner } from './sign-token.ts'
import { publishPermission } from './sources.ts'
import { tracksOf } from './tracks-of.ts'

const TIMEOUT_S = 5

/** The LiveKit server of the configuration: self-hosted or LiveKit Cloud. */
export function connectMedia(configuration: LiveKitSettings): Media {
  const { apiUrl, apiKey, apiSecret } = configuration
  const rooms = new RoomServiceClient(apiUrl, apiKey, apiSecret, { requestTimeout: TIMEOUT_S })
  return {
    ...createTokenSigner(configuration),
    readEvent: createEventReader(configuration),
    async listRooms(names) {
      const found = await callLiveKit(rooms.listRooms(names))
      return found.map((room) => ({ roomName: room.name, sid: room.sid }))
    },
    async listParticipants(roomName) {
      return (await listParticipantInfos(rooms, roomName)).map(participantOf)
    },
    async listTracks(roomName) {
      return (await listParticipantInfos(rooms, roomName)).flatMap(tracksOf)
    },
    async muteTrack(roomName, { identity, sid }) {
      const muting = rooms.mutePublishedTrack(roomName, identity, sid, true)
      await callLiveKitUnlessGone(muting, () => isInside(rooms, roomName, identity))
    },
    async removeParticipant(roomName, identity) {
      const removal = rooms.removeParticipant(roomName, identity)
      await callLiveKitUnlessGone(removal, () => isInside(rooms, roomName, identity))
    },
    async changeGrants(roomName, identity, grants) {
      // Omitted grants become false.
      const permission = {
        ...publishPermission(grants.publish),
        canSubscribe: grants.subscribe,
        canPublishData: grants.publishData,
        canUpdateMetadata: grants.updateOwnMetadata,
      }
      const change = rooms.updateParticipant(roomName, identity, { permission })
      await callLiveKitUnlessGone(change, () => isInside(rooms, roomName, identity))
    },
    async sendData(roomName, data, topic, to) {
      const options = { topic, destinationIdentities: to }
      const sending = rooms.sendData(roomName, data, DataPacket_Kind.RELIABLE, options)
      await callLiveKitUnlessGone(sending, () => isOpen(rooms, roomName))
    },
    async deleteRoom(roomName) {
      await callLiveKitUnlessGone(rooms.deleteRoom(roomName), () => isOpen(rooms, roomName))
    },
    async isAvailable() {
      return rooms.listRooms(['-']).then(
        () => true,
        () => false,
      )
    },
  }
}

/**
 * The participants of a room. The request goes to the room's own node (`enable_psrpc_for_get_list_participants`);
 * a closed room has none.
 */
async function listParticipantInfos(rooms: RoomServiceClient, roomName: string): Promise<ParticipantInfo[]> {
  if (!(await isOpen(rooms, roomName))) return []
  const listing = rooms.listParticipants(roomName)
  return (await callLiveKitUnlessGone(listing, () => isOpen(rooms, roomName))) ?? []
}

async function isOpen(rooms: RoomServiceClient, roomName: string): Promise<boolean> {
  return (await callLiveKit(rooms.listRooms([roomName]))).length > 0
}

async function isInside(rooms: RoomServiceClient, roomName: string, identity: string): Promise<boolean> {
  return (await listParticipantInfos(rooms, roomName)).some(
    (participant) => participant.identity === identity,
  )
}

async function callLiveKit<T>(request: Promise<T>): Promise<T> {
  try {
    return await request
  } catch (error) {
    throw new MediaUnavailable('LiveKit does not answer as it should', { cause: error })
  }
}

/**
 * The result of a request, or null if the room or participant is gone. LiveKit then answers some requests with
 * "not found" and others with "unavailable" after 3 s, which is also its answer if a node is down: `exists`
 * distinguishes these cases.
 * @throws MediaUnavailable
 */
async function callLiveKitUnlessGone<T>(
  request: Promise<T>,
  exists: () => Promise<boolean>,
): Promise<T | null> {
  const gone = request.catch(async (error: unknown) => {
    const code = error instanceof TwirpError ? error.code : null
    if (code === 'not_found' || (code === 'unavailable' && !(await exists()))) return null
    throw error
  })
  return callLiveKit(gone)
}
