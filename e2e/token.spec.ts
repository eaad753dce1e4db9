import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

const path = (session: string) => `/api/v1/admin/sessions/${session}/livekit-token`

async function codeOf(response: Response): Promise<[number, string | undefined]> {
  const answer = await response.json()
  return [response.status, answer.error?.code]
}

test('the owner’s token endpoint matches the contract exactly', async ({ school }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const response = await school.api('Noor').send('POST', path(session), { role: 'TRAINER', roomAdmin: true })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const answer = await response.json()
  expect(answer).toEqual({
    success: true,
    message: 'LiveKit token generated successfully',
    data: { token: expect.any(String), url: expect.stringMatching(/^ws/), roomName: `session-${session}` },
  })
  const claims = JSON.parse(Buffer.from(answer.data.token.split('.')[1], 'base64url').toString())
  expect(claims.video).toMatchObject({ canPublishData: false, canUpdateOwnMetadata: false })
  expect(claims.video.roomAdmin).toBeUndefined()
})

test('checks run in order: authentication, format, existence, permission, state', async ({
  installation,
  school,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], sessionType: 'offline' })
  await school.person('STUDENT', 'Mateo')
  const nobody = (id: string) => fetch(`${installation.baseUrl}${path(id)}`, { method: 'POST' })
  expect(await codeOf(await nobody('not-an-id'))).toEqual([401, 'unauthenticated'])
  expect(await codeOf(await nobody(session))).toEqual([401, 'unauthenticated'])
  const as = (name: string, id: string) => school.api(name).send('POST', path(id)).then(codeOf)
  expect(await as('Noor', 'not-an-id')).toEqual([400, 'invalid'])
  expect(await as('Noor', crypto.randomUUID())).toEqual([404, 'not_found'])
  expect(await as('Mateo', session)).toEqual([403, 'forbidden'])
  expect(await as('Marta', session)).toEqual([403, 'forbidden'])
  expect(await as('Noor', session)).toEqual([400, 'session_not_accessible'])
  expect(await as('Leïla', session)).toEqual([400, 'session_not_accessible'])
  await school.api('Leïla').start(session)
  expect(await as('Noor', session)).toEqual([200, undefined])
})

test('a cookie together with a bearer token is refused', async ({ as, school }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const noor = await as('Noor')
  const both = await noor.page.request.post(path(session), { headers: { authorization: 'Bearer x' } })
  expect(both.status()).toBe(400)
  const cookie = await noor.page.request.post(path(session))
  expect(cookie.status()).toBe(200)
})

test('LiveKit’s room service refuses a student’s token', async ({ school }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const { url, token, roomName } = await school.api('Noor').roomToken(session)
  const answer = await fetch(`${url.replace(/^ws/, 'http')}/twirp/livekit.RoomService/ListParticipants`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ room: roomName }),
  })
  expect(answer.status).toBe(401)
})
