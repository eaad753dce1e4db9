import 'server-only'
import { DataPacket_Kind, type ParticipantInfo, RoomServiceClient, TwirpError } from 'livekit-server-sdk'
import type { Configuration } from '#lib/process/configuration.ts'
import { type Media, MediaUnavailable } from './media.ts'
import { participantOf } from './participant-of.ts'
import { createEventReader } from './read-event.ts'
import { createSigner } from './sign-pass.ts'
import { publishPermission } from './sources.ts'
import { tracksOf } from './tracks-of.ts'

const TIMEOUT_S = 5

/** LiveKit, as the configuration points at it: a server of one's own or LiveKit Cloud. */
export function connectMedia(configuration: Configuration['liveKit']): Media {
  const { apiUrl, apiKey, apiSecret } = configuration
  const rooms = new RoomServiceClient(apiUrl, apiKey, apiSecret, { requestTimeout: TIMEOUT_S })
  return {
    ...createSigner(configuration),
    readEvent: createEventReader(configuration),
    async listRooms(names) {
      const found = await asked(rooms.listRooms(names))
      return found.map((room) => ({ roomName: room.name, sid: room.sid }))
    },
    async listParticipants(roomName) {
      return (await listInfos(rooms, roomName)).map(participantOf)
    },
    async listTracks(roomName) {
      return (await listInfos(rooms, roomName)).flatMap(tracksOf)
    },
    async muteTrack(roomName, { identity, sid }) {
      await askedOrGone(rooms.mutePublishedTrack(roomName, identity, sid, true))
    },
    async removeParticipant(roomName, identity) {
      await askedOrGone(rooms.removeParticipant(roomName, identity))
    },
    async changeGrants(roomName, identity, grants) {
      // What is left out becomes false.
      const permission = {
        ...publishPermission(grants.publish),
        canSubscribe: grants.subscribe,
        canPublishData: grants.publishData,
        canUpdateMetadata: grants.updateOwnMetadata,
      }
      await askedOrGone(rooms.updateParticipant(roomName, identity, { permission }))
    },
    async sendData(roomName, data, topic, to) {
      const options = { topic, destinationIdentities: to }
      await askedOrGone(rooms.sendData(roomName, data, DataPacket_Kind.RELIABLE, options))
    },
    async deleteRoom(roomName) {
      await askedOrGone(rooms.deleteRoom(roomName))
    },
    async answers() {
      return rooms.listRooms(['-']).then(
        () => true,
        () => false,
      )
    },
  }
}

/** Those inside. Where the room is closed, LiveKit says "unavailable" after 3 s instead of "not found". */
async function listInfos(rooms: RoomServiceClient, roomName: string): Promise<ParticipantInfo[]> {
  // The room's own node is asked (`enable_psrpc_for_get_list_participants`): where it is closed there is none.
  const isOpen = async () => (await asked(rooms.listRooms([roomName]))).length > 0
  if (!(await isOpen())) return []
  return asked(rooms.listParticipants(roomName)).catch(async (error: unknown) => {
    if (await isOpen()) throw error
    return []
  })
}

async function asked<T>(request: Promise<T>): Promise<T> {
  try {
    return await request
  } catch (error) {
    throw new MediaUnavailable('LiveKit does not answer as it should', { cause: error })
  }
}

async function askedOrGone<T>(request: Promise<T>): Promise<T | null> {
  const gone = request.catch((error: unknown) => {
    if (error instanceof TwirpError && error.code === 'not_found') return null
    throw error
  })
  return asked(gone)
}
