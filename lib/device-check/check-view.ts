import type { Prisma } from '#lib/database/generated/client.ts'
import type { CheckSummary, DeviceCheck } from './api.ts'
import { checkResult, networkVerdict } from './policy.ts'

export const checkSelect = {
  checkedAt: true,
  camera: true,
  microphone: true,
  speaker: true,
  udp: true,
  tcp: true,
  relay: true,
  roundTripMs: true,
} as const satisfies Prisma.DeviceCheckSelect

type CheckRow = Prisma.DeviceCheckGetPayload<{ select: typeof checkSelect }>

/** A check as its owner sees it, with its verdicts. */
export function checkView({ checkedAt, udp, tcp, relay, ...row }: CheckRow): DeviceCheck {
  const outcomes = { ...row, routes: { udp, tcp, relay } }
  return {
    ...outcomes,
    checkedAt: checkedAt.toISOString(),
    network: networkVerdict(outcomes),
    result: checkResult(outcomes),
  }
}

/** A check as the trainer sees it. */
export function checkSummaryOf(row: CheckRow): CheckSummary {
  const { checkedAt, result } = checkView(row)
  return { checkedAt, result }
}
