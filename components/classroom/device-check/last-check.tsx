import { useTranslations } from 'next-intl'
import type { CheckSummary } from '#lib/device-check/api.ts'
import { checkedAtValues } from './checked-at-values.ts'

/** When one checked the last time, and what that came to. */
export function LastCheck({ check, zone, now }: { check: CheckSummary; zone: string; now: string }) {
  const t = useTranslations('deviceCheck')
  const when = checkedAtValues(check.checkedAt, now, zone)
  return <span className="tabular-nums">{t('last', { ...when, result: check.result })}</span>
}
