import { createHash, randomUUID } from 'node:crypto'
import { Room, RoomEvent } from '@livekit/rtc-node'
import { createChatStore } from '#components/classroom/room-state/chat-store.ts'
import { createRoomStateStore } from '#components/classroom/room-state/room-state-store.ts'
import type { MessagePage } from '#lib/classroom/chat/api.ts'
import type { Message } from '#lib/classroom/message.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'
import { ROOM_TOPIC } from '#lib/classroom/room/topic.ts'
import { requestAs, requestRoomToken } from './request-as.ts'
import { showGrey } from './synthetic-publisher.ts'

/** A page's view of the room: `missed` counts reloads after missed changes, `order` is a hash of the message order. */
export type RoomSnapshot = { number: number; messages: number; order: string; missed: number }

export type HeadlessClient = Awaited<ReturnType<typeof openHeadlessClient>>

/** LiveKit's Node client in a session's room, with the stores that our pages use. */
export async function openHeadlessClient(
  baseUrl: string,
  sessionId: string,
  person: { id: string; credential: string },
) {
  const session = `${baseUrl}/api/v1/sessions/${sessionId}`
  const later = (work: () => void, milliseconds: number) => void setTimeout(work, milliseconds)
  const follower = createRoomStateStore({
    readRoom: () => requestAs<RoomState>(person, 'GET', `${session}/room`),
    schedule: later,
  })
  let missed = 0
  follower.on('missed', () => {
    missed += 1
  })
  const chat = createChatStore({
    me: () => person.id,
    roomState: follower,
    api: {
      listMessages: ({ since, before }) => {
        const from = Object.entries({ since, before }).filter(([, number]) => number !== undefined)
        const query = new URLSearchParams([
          ['limit', '200'],
          ...from.map(([at, number]) => [at, `${number}`]),
        ])
        return requestAs<MessagePage>(person, 'GET', `${session}/messages?${query}`)
      },
      sendMessage: (message) => requestAs<Message>(person, 'POST', `${session}/messages`, message),
    },
    newId: randomUUID,
    schedule: later,
  })
  const { token, url } = await requestRoomToken(baseUrl, sessionId, person)
  const room = new Room()
  room.on(RoomEvent.DataReceived, (data, from, _kind, topic) => {
    if (!from && topic === ROOM_TOPIC) follower.handleUpdate(JSON.parse(new TextDecoder().decode(data)))
  })
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  await follower.refresh()
  await chat.sync()
  let stopCamera = () => {}
  return {
    follower,
    standing(): RoomSnapshot {
      const ids = chat.state.messages.map(({ id }) => id)
      const order = createHash('sha256').update(ids.join()).digest('hex')
      return { number: follower.state.room?.number ?? 0, messages: ids.length, order, missed }
    },
    async publish() {
      stopCamera = await showGrey(room)
    },
    async leave() {
      stopCamera()
      await room.disconnect()
    },
  }
}
