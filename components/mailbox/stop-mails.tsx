'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Notice } from '#components/shell/notice.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Preferences } from '#lib/notices/api.ts'

type Kept = {
  on: boolean
  /** It was switched here just now. */
  isSwitched: boolean
  failure?: string
}

export type SwitchMailsAction = (kept: Kept) => Promise<Kept>

type StopMailsProps = {
  topic: Preferences['mutedByMail'][number]
  on: boolean
  switchMails: SwitchMailsAction
}

/**
 * Turns one kind of mail off with one press, and on again with the next; works without scripts too. Needs the texts
 * of `notices`.
 */
export function StopMails({ topic, on, switchMails }: StopMailsProps) {
  const t = useTranslations('notices')
  const [kept, act, busy] = useActionState(switchMails, { on, isSwitched: false })
  const title = kept.on
    ? kept.isSwitched
      ? t('stop.on')
      : t('stop.title', { topic: t(`topics.${topic}`) })
    : t('stop.done')
  const text = kept.on
    ? kept.isSwitched
      ? t('stop.onText')
      : t('stop.ask')
    : t('stop.doneText', { topic: t(`topics.${topic}`) })
  return (
    <Notice
      title={title}
      actions={
        <form action={act}>
          <Button type="submit" variant={kept.on ? 'primary' : 'secondary'} busy={busy} autoFocus>
            {kept.on ? t('stop.submit') : t('stop.again')}
          </Button>
        </form>
      }
    >
      <p role="status">{kept.failure ?? text}</p>
    </Notice>
  )
}
