import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'

/** Deletes the device check of a user. */
export async function deleteDeviceCheck(
  { database }: Pick<SystemContext, 'database'>,
  userId: string,
): Promise<void> {
  await database.deviceCheck.deleteMany({ where: { userId } })
}
