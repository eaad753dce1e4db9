import { setTimeout as delay } from 'node:timers/promises'
import { serveProcess } from './call-process.ts'
import { lowerPriority } from './lower-priority.ts'
import type { SenderRequest, Sent, WebhookSenderOptions } from './open-webhook-sender.ts'
import { streamEventsAs } from './request-as.ts'
import { runAtRate } from './run-at-rate.ts'
import { sendWebhook, signWebhook } from './signed-webhooks.ts'

/** Child process of open-webhook-sender.ts. */
let options: WebhookSenderOptions | null = null

lowerPriority()

serveProcess(async (request: SenderRequest) => {
  if (request.kind === 'open') return open(request.options)
  return request.kind === 'rate' ? sendAtRate(request) : sendBurst(request)
})

/** Opens an event stream for each participant, and returns once all have started. */
async function open(wanted: WebhookSenderOptions): Promise<string> {
  options = wanted
  let begun = 0
  for (const { credential } of wanted.participants) {
    void streamEventsAs({ credential }, `${wanted.baseUrl}/api/v1/events`, () => {
      begun += 1
    })
  }
  while (begun < wanted.participants.length) await delay(50)
  return 'listening'
}

async function sendAtRate({
  perSecond: aSecond,
  seconds,
  name,
}: Extract<SenderRequest, { kind: 'rate' }>): Promise<Sent> {
  let failed = 0
  await runAtRate(aSecond, seconds, async (turn) => {
    if (!(await sendOne(turn, name))) failed += 1
  })
  return { failed }
}

async function sendBurst({ count, name }: Extract<SenderRequest, { kind: 'burst' }>): Promise<Sent> {
  const sent = await Promise.all(Array.from({ length: count }, (_, turn) => sendOne(turn, name)))
  return { failed: sent.filter((isTaken) => !isTaken).length }
}

/** Participants alternately join and leave, each time with a new connection. */
async function sendOne(turn: number, name: string): Promise<boolean> {
  const visit = Math.floor(turn / 2)
  const participant = options?.participants[visit % options.participants.length]
  if (!options || !participant) throw new Error('The sender is not open')
  const webhook = await signWebhook(options.livekit, {
    event: turn % 2 === 0 ? 'participant_joined' : 'participant_left',
    sessionId: participant.sessionId,
    person: participant,
    sid: `PA_${name}_${visit}`,
  })
  return (await sendWebhook(options.baseUrl, webhook)) === 200
}
