import { useTranslations } from 'next-intl'
import type { CheckSummary } from '#lib/device-check/api.ts'
import { LastCheck } from './last-check.tsx'

type CheckLineProps = { check: CheckSummary | null; sessionId: string; zone: string; now: string }

/** The last check, and a link to a new check that returns to the session. */
export function CheckLine({ check, sessionId, zone, now }: CheckLineProps) {
  const t = useTranslations('deviceCheck')
  return (
    <p className="mt-3.5 flex flex-wrap gap-x-3 gap-y-1 text-sm text-text-2">
      {check ? <LastCheck check={check} zone={zone} now={now} /> : null}
      <a className="link" href={`/check?session=${sessionId}`}>
        {t('open')}
      </a>
    </p>
  )
}
