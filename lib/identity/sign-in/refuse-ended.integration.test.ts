import { expect, test } from 'vitest'
import { issueRoomToken } from '#lib/classroom/entry/issue-room-token.ts'
import type { Context } from '#lib/context/context.ts'
import { requireActor } from '#lib/http/authenticate.ts'
import { DAY_MS } from '#lib/kernel/durations.ts'
import type { Refusal } from '#lib/kernel/refusal.ts'
import { changeUser } from '#lib/people/change-user.ts'
import { eraseUser } from '#lib/people/erase-user.ts'
import type { SignedInPerson } from '#scripts/testing/make-school.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'
import { createCredential, parseCredential } from './credential.ts'
import { deleteExpiredRecords } from './delete-expired-records.ts'
import { signOut } from './sign-out.ts'

type Steps = ((admin: Context, noor: SignedInPerson, school: School) => Promise<unknown>)[]

const disable: Steps[number] = (admin, { id }) => changeUser(admin, { userId: id, disabled: true })
const enable: Steps[number] = (admin, { id }) => changeUser(admin, { userId: id, disabled: false })
const erase: Steps[number] = (admin, { id }) => eraseUser(admin, { userId: id })
const newPassword: Steps[number] = (admin, { id }) =>
  changeUser(admin, { userId: id, password: 'lanterns at dawn' })
const leave: Steps[number] = (_admin, noor, school) => signOut(school.as(noor))

type Why = Pick<Refusal, 'reason' | 'details'>

const closed: Why = { reason: 'accountErased', details: { account: 'erased' } }
const off: Why = { reason: 'accountDisabled', details: { account: 'disabled' } }
const ended: Why = { reason: 'signInEnded', details: {} }

test.each<[string, Steps, Why]>([
  ['erased', [erase], closed],
  ['disabled', [disable], off],
  ['disabled, then erased', [disable, erase], closed],
  ['disabled, then enabled again', [disable, enable], ended],
  ['given a new password', [newPassword], ended],
  ['signed out, then erased', [leave, erase], ended],
])(
  'a person who was %s gets the reason from every endpoint, including the one for room tokens',
  async (_what, steps, why) => {
    const school = await createSchool()
    const noor = await school.account()
    const sessionId = await school.session({ students: [noor], status: 'in_progress' })
    const admin = await school.asAdmin()
    const credential = credentialOf(noor)
    for (const step of steps) await step(admin, noor, school)
    const refusal = { code: 'unauthenticated', ...why }
    await expect(requireActor(school.system(), credential)).rejects.toMatchObject(refusal)
    const entry = issueRoomToken({ ...school.system(), credential }, { sessionId })
    await expect(entry).rejects.toMatchObject(refusal)
  },
)

test('other credentials do not reveal what happened to an account, nor do its own after a week', async () => {
  const school = await createSchool()
  const noor = await school.account()
  await eraseUser(await school.asAdmin(), { userId: noor.id })
  const stranger = requireActor(school.system(), createCredential())
  await expect(stranger).rejects.toMatchObject(ended)
  const askIn = async (days: number) => {
    const system = school.system(new Date(Date.now() + days * DAY_MS))
    await deleteExpiredRecords(system)
    return requireActor(system, credentialOf(noor))
  }
  await expect(askIn(6)).rejects.toMatchObject(closed)
  await expect(askIn(8)).rejects.toMatchObject(ended)
  expect(await school.database.endedSignIn.count()).toBe(0)
})

function credentialOf({ credential: carried }: SignedInPerson) {
  const credential = parseCredential(carried)
  if (!credential) throw new Error('A test person has a credential')
  return credential
}
