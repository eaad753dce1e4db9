import 'server-only'
import type { Context } from '#lib/context/context.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { refuseUnlessTrainer } from '#lib/sessions/planning-checks.ts'
import { refuseUnlessLocation } from '#lib/sessions/refuse-unless-location.ts'
import type { ClassSettings } from './api.ts'

/** @throws Refusal `invalid`: in-person seats or a location in an online class, or an unavailable location or trainer */
export async function refuseInvalidClassSettings(
  context: Context,
  { mode, inPersonCapacity = 0, locationId, trainerId }: Partial<ClassSettings>,
): Promise<void> {
  if (mode === 'ONLINE' && (inPersonCapacity > 0 || locationId)) {
    const field = inPersonCapacity > 0 ? 'inPersonCapacity' : 'locationId'
    throw new Refusal('invalid', 'noLocationInOnlineClass', {
      fields: { [field]: 'noLocationInOnlineClass' },
    })
  }
  if (trainerId) await refuseUnlessTrainer(context, trainerId)
  if (locationId) await refuseUnlessLocation(context, locationId)
}
