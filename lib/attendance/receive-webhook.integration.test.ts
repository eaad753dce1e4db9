import { createHash } from 'node:crypto'
import { AccessToken } from 'livekit-server-sdk'
import { expect, test } from 'vitest'
import { ForgedEvent, roomNameOf } from '#lib/livekit/media.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { receiveWebhook } from './receive-webhook.ts'

function bodyOf(roomName: string): string {
  const room = { sid: 'RM_1', name: roomName }
  return JSON.stringify({ event: 'room_finished', id: `EV_${roomName}`, createdAt: '1795500060', room })
}

/** The Authorization header of LiveKit: a JWT with the hash of the body. */
function sign(body: string, secret = process.env.LIVEKIT_API_SECRET): Promise<string> {
  const token = new AccessToken(process.env.LIVEKIT_API_KEY, secret, { ttl: '5m' })
  token.sha256 = createHash('sha256').update(body).digest('base64')
  return token.toJwt()
}

test('a signed event of a session’s room is stored once, to be applied later', async () => {
  const school = await createSchool()
  const sessionId = await school.session()
  const body = bodyOf(roomNameOf(sessionId))
  const authorization = await sign(body)
  const [first, second] = [0, 1].map(() => receiveWebhook(school.system(), body, authorization))
  await Promise.all([first, second])
  await receiveWebhook(school.system(), body, authorization)
  expect(await school.database.webhookEvent.findMany()).toMatchObject([
    { id: `EV_${roomNameOf(sessionId)}`, event: 'room_finished', processedAt: null },
  ])
})

test('a forged event is refused, an event of another room is dropped, and neither is stored', async () => {
  const school = await createSchool()
  const body = bodyOf(roomNameOf(await school.session()))
  const forged = await sign(body, 'somebody else’s secret, 32 characters long')
  for (const authorization of [null, forged]) {
    await expect(receiveWebhook(school.system(), body, authorization)).rejects.toBeInstanceOf(ForgedEvent)
  }
  const elsewhere = bodyOf('playground')
  await receiveWebhook(school.system(), elsewhere, await sign(elsewhere))
  expect(await school.database.webhookEvent.count()).toBe(0)
})
