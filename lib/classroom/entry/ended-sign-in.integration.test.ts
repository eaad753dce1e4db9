import { describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/database/transaction.ts'
import { acceptLink } from '#lib/identity/password-links/accept-link.ts'
import { createPasswordReset } from '#lib/identity/password-links/create-password-reset.ts'
import { changePassword } from '#lib/identity/sign-in/change-password.ts'
import { parseCredential } from '#lib/identity/sign-in/credential.ts'
import { endCredential, signOut } from '#lib/identity/sign-in/sign-out.ts'
import { companionIdentityOf } from '#lib/livekit/ids.ts'
import { roomNameOf } from '#lib/livekit/media.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { enterRoom, joinWithToken } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { PASSWORD, type SignedInPerson } from '#scripts/testing/make-school.ts'
import { deliverEvents } from '#scripts/testing/media-events.ts'
import { connectTestMedia, createSchool, type School } from '#scripts/testing/school.ts'
import { issueRoomToken } from './issue-room-token.ts'
import { reconcileRoom } from './reconcile-room.ts'
import { reconcileRoomsWithReducedRights } from './reconcile-rooms-with-reduced-rights.ts'

/** A running class; Noor has joined with one sign-in, and with a companion by another one. */
async function classOf(role: 'STUDENT' | 'TRAINER' = 'STUDENT') {
  const school = await createSchool()
  const noor = await school.account(role)
  const phone = await school.signInOf(noor)
  const trainer = role === 'TRAINER' ? noor : await school.person('TRAINER')
  const students = role === 'STUDENT' ? [noor] : []
  // Rooms of supervised classes that have not started are always checked.
  const inClass = await school.course('ONLINE', 5, { admission: 'open' })
  const sessionId = await school.session({ classId: inClass, trainer, students, status: 'in_progress' })
  const onLaptop = await enterRoom(sessionId, noor)
  const onPhone = await enterRoom(sessionId, phone, true)
  const inside = async () => {
    const participants = await school.system().media.listParticipants(roomNameOf(sessionId))
    return participants.map(({ identity }) => identity).sort()
  }
  return { school, sessionId, noor, phone, onLaptop, onPhone, inside }
}

const credentialOf = ({ credential }: SignedInPerson) => {
  const read = parseCredential(credential)
  if (!read) throw new Error('A test person has a credential')
  return read
}

async function resetByLink(school: School, noor: SignedInPerson): Promise<void> {
  await inTransaction(school.system(), (context) => createPasswordReset(context, noor.id))
  const { id } = await school.database.invitation.findFirstOrThrow({ where: { userId: noor.id } })
  const key = school.system().links.sign('password', id)
  await acceptLink(school.system(), { key, password: 'lanterns at dawn' })
}

describe('an ended sign-in removes, also with an older token,', () => {
  type Ending = (school: School, laptop: SignedInPerson, phone: SignedInPerson) => Promise<unknown>
  test.each<[string, Ending]>([
    [
      'all devices of a person whose password was set by an admin',
      async (school, { id }) =>
        changeUser(await school.asAdmin(), { userId: id, password: 'lanterns at dawn' }),
    ],
    ['all devices of a person who set a new password by a link', resetByLink],
  ])('%s', async (_, end) => {
    const { school, sessionId, noor, phone, onLaptop, onPhone, inside } = await classOf()
    await end(school, noor, phone)
    expect(school.sent).toContainEqual({ name: 'reconcile-room', payload: { sessionId } })
    await reconcileRoom(school.system(), { sessionId })
    await eventually(() => expect([onLaptop.isInside(), onPhone.isInside()]).toEqual([false, false]))
    await enterRoom(sessionId, noor)
    await reconcileRoomsWithReducedRights(school.system())
    expect(await inside()).toEqual([])
    const again = await enterRoom(sessionId, await school.signInOf(noor))
    await reconcileRoomsWithReducedRights(school.system())
    expect(again.isInside()).toBe(true)
    expect(await inside()).toEqual([noor.id])
  })

  test.each<[string, Ending]>([
    [
      'changes the password',
      (school, noor) => changePassword(school.as(noor), { current: PASSWORD, next: 'lanterns at dawn' }),
    ],
    ['signs out in an app', (school, _, phone) => signOut(school.as(phone))],
    ['signs out in a browser', (school, _, phone) => endCredential(school.system(), credentialOf(phone))],
  ])('the other device of a person who %s; the current device stays', async (_, end) => {
    const { school, sessionId, noor, phone, onLaptop, onPhone, inside } = await classOf()
    await end(school, noor, phone)
    expect(school.sent).toContainEqual({ name: 'reconcile-room', payload: { sessionId } })
    await reconcileRoom(school.system(), { sessionId })
    await eventually(() => expect(onPhone.isInside()).toBe(false))
    await enterRoom(sessionId, phone, true)
    await reconcileRoomsWithReducedRights(school.system())
    expect(await inside()).toEqual([noor.id])
    expect(onLaptop.isInside()).toBe(true)
  })

  test('a trainer, also with a token that names no sign-in', async () => {
    const { school, sessionId, noor, onLaptop, inside } = await classOf('TRAINER')
    await reconcileRoom(school.system(), { sessionId })
    expect(await inside()).toEqual([noor.id, companionIdentityOf(noor.id)])
    await school.database.signIn.deleteMany({ where: { id: noor.signInId } })
    await reconcileRoom(school.system(), { sessionId })
    await eventually(() => expect(onLaptop.isInside()).toBe(false))
    await enterRoom(sessionId, { ...noor, signInId: undefined })
    await reconcileRoom(school.system(), { sessionId })
    expect(await inside()).toEqual([companionIdentityOf(noor.id)])
  })

  test('a participant who names the sign-in of another person', async () => {
    const { school, sessionId, noor, inside } = await classOf()
    const { signInId } = await school.person('STUDENT')
    await enterRoom(sessionId, { ...noor, signInId })
    await reconcileRoom(school.system(), { sessionId })
    expect(await inside()).toEqual([companionIdentityOf(noor.id)])
  })
})

test('a student with a token from before this version stays inside', async () => {
  const { school, sessionId, noor, inside } = await classOf()
  await enterRoom(sessionId, { ...noor, signInId: undefined })
  await reconcileRoom(school.system(), { sessionId })
  expect(await inside()).toEqual([noor.id, companionIdentityOf(noor.id)])
})

test('a token names its sign-in, and a participant whose sign-in has ended is noticed by the webhook', async () => {
  const { school, sessionId, noor } = await classOf()
  const token = await issueRoomToken({ ...school.system(), credential: credentialOf(noor) }, { sessionId })
  await joinWithToken(token)
  const participants = await connectTestMedia().listParticipants(roomNameOf(sessionId))
  const participant = participants.find(({ identity }) => identity === noor.id)
  if (!participant) throw new Error('Noor is not inside')
  expect(participant.signInId).toBe(noor.signInId)
  await school.database.signIn.delete({ where: { id: noor.signInId } })
  await deliverEvents(school, {
    kind: 'joined',
    id: crypto.randomUUID(),
    at: new Date(),
    room: { roomName: roomNameOf(sessionId), sid: 'RM_1' },
    participant,
  })
  expect(school.sent).toEqual([{ name: 'reconcile-room', payload: { sessionId } }])
})
