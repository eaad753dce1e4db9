import { Room, RoomEvent } from '@livekit/rtc-node'
import { describe, expect, onTestFinished, test } from 'vitest'
import { grantsOfToken } from '#lib/classroom/grants.ts'
import { roomNameOf } from '#lib/livekit/media.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { connectTestMedia } from '#scripts/testing/school.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'

type Class = Awaited<ReturnType<typeof startTestClass>>

/** A token like ours, for calling LiveKit directly. */
async function passOf({ sessionId }: Class, { id, name, role }: Class['noor']) {
  const isTrainer = role === 'TRAINER'
  const person = { id, isModerator: isTrainer, isTrainer, exceptions: [], companion: false }
  const grants = grantsOfToken({ locks: ['screen'], speakerId: null }, person)
  return connectTestMedia().signToken({ sessionId, identity: id, name, grants, capacity: 10 })
}

/** The calls of LiveKit's room service (livekit_room.proto), with their required fields. */
function callsOn(room: string, identity: string): [method: string, body: object][] {
  return [
    ['ListRooms', {}],
    ['CreateRoom', { name: `${room}-more` }],
    ['DeleteRoom', { room }],
    ['ListParticipants', { room }],
    ['GetParticipant', { room, identity }],
    ['RemoveParticipant', { room, identity }],
    ['MutePublishedTrack', { room, identity, trackSid: 'TR_1', muted: true }],
    ['UpdateParticipant', { room, identity, permission: { canPublish: false } }],
    ['UpdateSubscriptions', { room, identity, trackSids: ['TR_1'], subscribe: false }],
    ['SendData', { room, data: btoa('{}'), kind: 'RELIABLE' }],
    ['UpdateRoomMetadata', { room, metadata: 'x' }],
    ['ForwardParticipant', { room, identity, destinationRoom: `${room}-more` }],
    ['MoveParticipant', { room, identity, destinationRoom: `${room}-more` }],
    ['PerformRpc', { room, destinationIdentity: identity, method: 'x', payload: '' }],
  ]
}

describe('calling LiveKit directly', () => {
  test.each(['STUDENT', 'TRAINER'] as const)(
    'the token of a %s cannot use the room service',
    async (role) => {
      const klass = await startTestClass()
      const person = role === 'STUDENT' ? klass.noor : klass.trainer
      const other = await klass.enter(klass.karim)
      const { token, url } = await passOf(klass, person)
      for (const [method, body] of callsOn(roomNameOf(klass.sessionId), klass.karim.id)) {
        const answer = await fetch(`${url.replace(/^ws/, 'http')}/twirp/livekit.RoomService/${method}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        expect([method, answer.status]).toEqual([method, 401])
      }
      expect(other.isInside()).toBe(true)
    },
  )

  test('a student cannot send data or change their own name and attributes', async () => {
    const klass = await startTestClass()
    const heard: string[] = []
    const [leila, noor, karim] = [new Room(), new Room(), new Room()]
    const inRoom = [
      [leila, klass.trainer] as const,
      [noor, klass.noor] as const,
      [karim, klass.karim] as const,
    ]
    for (const [room, person] of inRoom) {
      const { token, url } = await passOf(klass, person)
      room.on(RoomEvent.DataReceived, (data, from) => {
        heard.push(`${person.name} from ${from?.name}: ${new TextDecoder().decode(data)}`)
      })
      await room.connect(url, token, { autoSubscribe: false, dynacast: false })
      onTestFinished(() => room.disconnect())
    }
    const me = noor.localParticipant
    const say = (room: Room, text: string) =>
      room.localParticipant?.publishData(new TextEncoder().encode(text), {
        reliable: true,
        topic: 'caravan-room',
      })
    await Promise.resolve(say(noor, 'from a student')).catch(() => {})
    await Promise.resolve(me?.setAttributes({ role: 'TRAINER' })).catch(() => {})
    await Promise.resolve(me?.updateName('Leïla')).catch(() => {})
    // The data of the trainer has arrived, so the earlier data of the student would have arrived too.
    await say(leila, 'from the trainer')
    await eventually(() => expect(heard).toHaveLength(2))
    expect(heard.sort()).toEqual(['Karim from Leïla: from the trainer', 'Noor from Leïla: from the trainer'])
    await leila.localParticipant?.setAttributes({ is: 'changed' })
    const seen = ({ id }: Class['noor']) => {
      const person = karim.remoteParticipants.get(id)
      return [person?.name, person?.attributes]
    }
    await eventually(() => expect(seen(klass.trainer)).toEqual(['Leïla', { is: 'changed' }]))
    expect(seen(klass.noor)).toEqual(['Noor', {}])
    const inside = await connectTestMedia().listParticipants(roomNameOf(klass.sessionId))
    expect(inside.find(({ identity }) => identity === klass.noor.id)?.grants).toMatchObject({
      publishData: false,
      updateOwnMetadata: false,
    })
  })
})
