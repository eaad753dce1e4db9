'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { MessageCard } from '#components/shell/message-card.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Preferences } from '#lib/notices/api.ts'

type SubscriptionState = {
  on: boolean
  /** The setting was changed on this page just now. */
  hasChanged: boolean
  failure?: string
}

export type SetSubscriptionAction = (kept: SubscriptionState) => Promise<SubscriptionState>

type UnsubscribeFormProps = {
  topic: Preferences['mutedByMail'][number]
  on: boolean
  setSubscription: SetSubscriptionAction
}

/**
 * Turns one kind of e-mail off with one press, and on again with the next. Works without scripts. Needs the texts of
 * `notices`.
 */
export function UnsubscribeForm({ topic, on, setSubscription: switchMails }: UnsubscribeFormProps) {
  const t = useTranslations('notices')
  const [state, act, busy] = useActionState(switchMails, { on, hasChanged: false })
  const title = state.on
    ? state.hasChanged
      ? t('unsubscribe.on')
      : t('unsubscribe.title', { topic: t(`topics.${topic}`) })
    : t('unsubscribe.done')
  const text = state.on
    ? state.hasChanged
      ? t('unsubscribe.onText')
      : t('unsubscribe.ask')
    : t('unsubscribe.doneText', { topic: t(`topics.${topic}`) })
  return (
    <MessageCard
      title={title}
      actions={
        <form action={act}>
          <Button type="submit" variant={state.on ? 'primary' : 'secondary'} busy={busy} autoFocus>
            {state.on ? t('unsubscribe.submit') : t('unsubscribe.again')}
          </Button>
        </form>
      }
    >
      <p role="status">{state.failure ?? text}</p>
    </MessageCard>
  )
}
