'use server'

import { asRefusal, sentenceOf } from '#lib/http/failure.ts'
import { switchMail } from '#lib/notices/mail/switch-mail.ts'
import { systemContext } from '#lib/process/application.ts'

type Kept = { on: boolean; isSwitched: boolean; failure?: string }

/** Who has the key may switch: nobody signs in to stop a mail. */
export async function switchMailsOf(key: unknown, { on }: Kept): Promise<Kept> {
  try {
    const kept = await switchMail(systemContext(), { key: String(key), on: !on })
    return { on: kept.on, isSwitched: true }
  } catch (error) {
    return { on, isSwitched: false, failure: sentenceOf(asRefusal(error)) }
  }
}
