import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { DeviceCheck } from './api.ts'
import { checkSelect, checkView } from './check-view.ts'

/** The actor's own last check, or null. */
export async function findDeviceCheck({ database, actor }: Context): Promise<DeviceCheck | null> {
  const row = await database.deviceCheck.findUnique({ where: { userId: actor.id }, select: checkSelect })
  return row && checkView(row)
}
