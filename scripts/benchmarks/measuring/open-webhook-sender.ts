import { fork } from 'node:child_process'
import type { SessionId } from '#lib/kernel/ids.ts'
import { callProcess } from './call-process.ts'
import type { WebhookParticipant } from './signed-webhooks.ts'

/** Participants of some rooms: their pages listen to events, and webhooks report that they join and leave. */
export type WebhookSenderOptions = {
  baseUrl: string
  livekit: { apiKey: string; apiSecret: string }
  participants: (WebhookParticipant & { sessionId: SessionId; credential: string })[]
}

export type SenderRequest =
  | { kind: 'open'; options: WebhookSenderOptions }
  | { kind: 'rate'; perSecond: number; seconds: number; name: string }
  | { kind: 'burst'; count: number; name: string }

/** Number of webhooks whose answer was not 200. */
export type Sent = { failed: number }

/**
 * Sends webhooks from a separate process session with lower priority than all others, because LiveKit and browsers
 * run on other machines in reality.
 */
export async function openWebhookSender(wish: WebhookSenderOptions) {
  const child = fork(new URL('./webhook-sender.ts', import.meta.url), {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ask = <Answer>(request: SenderRequest) => callProcess<Answer>(child, request)
  await ask({ kind: 'open', options: wish })
  return {
    /** @param name distinguishes the connections of this call from those of other calls */
    sendAtRate: (aSecond: number, seconds: number, name: string) =>
      ask<Sent>({ kind: 'rate', perSecond: aSecond, seconds, name }),
    sendBurst: (count: number, name: string) => ask<Sent>({ kind: 'burst', count, name }),
    close: () => child.disconnect(),
  }
}
