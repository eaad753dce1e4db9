import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { InputOf } from '#lib/kernel/endpoint.ts'
import type { DeviceCheck, recordDeviceCheckEndpoint } from './api.ts'
import { checkSelect, checkView } from './check-view.ts'

/** Saves the actor's check in place of the last one. A repeated call changes only `checkedAt`. */
export async function recordDeviceCheck(
  { database, actor, now }: Context,
  { camera, microphone, speaker, routes, roundTripMs }: InputOf<typeof recordDeviceCheckEndpoint>,
): Promise<DeviceCheck> {
  const outcomes = { checkedAt: now, camera, microphone, speaker, ...routes, roundTripMs }
  const row = await database.deviceCheck.upsert({
    where: { userId: actor.id },
    create: { userId: actor.id, ...outcomes },
    update: outcomes,
    select: checkSelect,
  })
  return checkView(row)
}
