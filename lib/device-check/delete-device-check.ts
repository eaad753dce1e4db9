import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'

/** Forgets what somebody's devices and network were found to be. */
export async function deleteDeviceCheck(
  { database }: Pick<SystemContext, 'database'>,
  userId: string,
): Promise<void> {
  await database.deviceCheck.deleteMany({ where: { userId } })
}
