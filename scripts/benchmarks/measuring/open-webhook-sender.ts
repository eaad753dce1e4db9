import { fork } from 'node:child_process'
import type { SessionId } from '#lib/kernel/ids.ts'
import { askProcess } from './ask-process.ts'
import type { Visitor } from './signed-webhooks.ts'

/** The people of some rooms: their pages listen to news, and webhooks tell that they come and go. */
export type WebhookSenderWish = {
  baseUrl: string
  livekit: { apiKey: string; apiSecret: string }
  places: (Visitor & { sessionId: SessionId; credential: string })[]
}

export type SenderRequest =
  | { kind: 'open'; wish: WebhookSenderWish }
  | { kind: 'pace'; aSecond: number; seconds: number; name: string }
  | { kind: 'burst'; count: number; name: string }

/** How many webhooks were not answered with 200. */
export type Sent = { failed: number }

/**
 * Sends webhooks from a process of its own, in a session of processes that comes after every other: LiveKit and
 * people's browsers are on other machines.
 */
export async function openWebhookSender(wish: WebhookSenderWish) {
  const child = fork(new URL('./webhook-sender.ts', import.meta.url), {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ask = <Answer>(request: SenderRequest) => askProcess<Answer>(child, request)
  await ask({ kind: 'open', wish })
  return {
    /** @param name tells the connections of this call from those of others */
    sendAtPace: (aSecond: number, seconds: number, name: string) =>
      ask<Sent>({ kind: 'pace', aSecond, seconds, name }),
    sendAtOnce: (count: number, name: string) => ask<Sent>({ kind: 'burst', count, name }),
    close: () => child.disconnect(),
  }
}
