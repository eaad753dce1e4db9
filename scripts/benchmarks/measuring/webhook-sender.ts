import { setTimeout as delay } from 'node:timers/promises'
import { listenAs } from './ask-as.ts'
import { answerRequests } from './ask-process.ts'
import { atPace } from './at-pace.ts'
import { comeLast } from './come-last.ts'
import type { SenderRequest, Sent, WebhookSenderWish } from './open-webhook-sender.ts'
import { sendWebhook, signWebhook } from './signed-webhooks.ts'

/** The process of open-webhook-sender.ts. */
let wish: WebhookSenderWish | null = null

comeLast()

answerRequests(async (request: SenderRequest) => {
  if (request.kind === 'open') return open(request.wish)
  return request.kind === 'pace' ? sendAtPace(request) : sendAtOnce(request)
})

/** Opens an event stream for every place, and answers once all have begun. */
async function open(wanted: WebhookSenderWish): Promise<string> {
  wish = wanted
  let begun = 0
  for (const { credential } of wanted.places) {
    void listenAs({ credential }, `${wanted.baseUrl}/api/v1/events`, () => {
      begun += 1
    })
  }
  while (begun < wanted.places.length) await delay(50)
  return 'listening'
}

async function sendAtPace({
  aSecond,
  seconds,
  name,
}: Extract<SenderRequest, { kind: 'pace' }>): Promise<Sent> {
  let failed = 0
  await atPace(aSecond, seconds, async (turn) => {
    if (!(await sendOne(turn, name))) failed += 1
  })
  return { failed }
}

async function sendAtOnce({ count, name }: Extract<SenderRequest, { kind: 'burst' }>): Promise<Sent> {
  const sent = await Promise.all(Array.from({ length: count }, (_, turn) => sendOne(turn, name)))
  return { failed: sent.filter((isTaken) => !isTaken).length }
}

/** People come and go, over and over, each time with another connection. */
async function sendOne(turn: number, name: string): Promise<boolean> {
  const visit = Math.floor(turn / 2)
  const place = wish?.places[visit % wish.places.length]
  if (!wish || !place) throw new Error('The sender is not open')
  const webhook = await signWebhook(wish.livekit, {
    event: turn % 2 === 0 ? 'participant_joined' : 'participant_left',
    sessionId: place.sessionId,
    person: place,
    sid: `PA_${name}_${visit}`,
  })
  return (await sendWebhook(wish.baseUrl, webhook)) === 200
}
