'use client'

import { useTranslations } from 'next-intl'
import type { Fact } from '#components/forms/diff-facts.ts'
import { useEditedRecord } from '#components/forms/use-edited-record.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { formatDay, formatTimeRange } from '#lib/time/format.ts'

/** A session that a form changes in part, as it was when the form was filled (use-edited-record.ts). */
export function useEditedSession(
  session: ClassSession,
  zone: string,
  onLoad?: (session: ClassSession) => void,
) {
  const t = useTranslations('admin')
  const common = useTranslations('common')
  const facts = ({ startsAt, endsAt, ...session }: ClassSession): Fact[] => [
    {
      label: t('conflict.facts.time'),
      value: t('move.planned', {
        day: formatDay(startsAt, zone),
        time: formatTimeRange(startsAt, endsAt, zone),
      }),
    },
    { label: t('conflict.facts.title'), value: session.title ?? '' },
    { label: t('conflict.facts.trainer'), value: session.trainer.name },
    { label: t('conflict.facts.capacity'), value: String(session.capacity) },
    { label: t('conflict.facts.inPersonCapacity'), value: String(session.inPersonCapacity) },
    { label: t('conflict.facts.location'), value: session.location?.name ?? '' },
    { label: t('conflict.facts.status'), value: common(`status.${session.status}`) },
  ]
  return useEditedRecord(session, {
    currentIn: (conflict) => (conflict.subject === 'session' ? conflict.now : null),
    facts,
    onLoad,
  })
}
