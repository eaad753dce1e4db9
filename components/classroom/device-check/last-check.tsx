import { useTranslations } from 'next-intl'
import type { CheckSummary } from '#lib/device-check/api.ts'
import { checkedAtValues } from './checked-at-values.ts'

/** The time and the result of the last check. */
export function LastCheck({ check, zone, now }: { check: CheckSummary; zone: string; now: string }) {
  const t = useTranslations('deviceCheck')
  const when = checkedAtValues(check.checkedAt, now, zone)
  return <span className="tabular-nums">{t('last', { ...when, result: check.result })}</span>
}
