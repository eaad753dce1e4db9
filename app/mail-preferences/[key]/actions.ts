'use server'

import { asRefusal, sentenceOf } from '#lib/http/failure.ts'
import { changeMailPreference } from '#lib/notices/mail/change-mail-preference.ts'
import { systemContext } from '#lib/process/application.ts'

type SubscriptionState = { on: boolean; hasChanged: boolean; failure?: string }

/** The key alone grants access: unsubscribing must not require a sign-in. */
export async function switchMailPreference(
  key: unknown,
  { on }: SubscriptionState,
): Promise<SubscriptionState> {
  try {
    const kept = await changeMailPreference(systemContext(), { key: String(key), on: !on })
    return { on: kept.on, hasChanged: true }
  } catch (error) {
    return { on, hasChanged: false, failure: sentenceOf(asRefusal(error)) }
  }
}
