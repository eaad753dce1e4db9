import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import type { DeviceCheck } from '#lib/device-check/api.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { checkedAtValues } from './checked-at-values.ts'
import { LastCheck } from './last-check.tsx'
import type { RecordedCheck } from './use-recorded-check.ts'

type CheckSummaryProps = {
  recorded: RecordedCheck
  onRecordAgain: () => void
  /** The check before this one. */
  last: DeviceCheck | null
  role: Role
  zone: string
  now: string
  doneHref: string
}

/** The result of the check, and who can see it. */
export function CheckSummary({
  recorded,
  onRecordAgain,
  last,
  role,
  zone,
  now,
  doneHref,
}: CheckSummaryProps) {
  const t = useTranslations('deviceCheck.summary')
  if (recorded === 'failed') {
    return (
      <Banner
        tone="failure"
        icon={<CircleAlert aria-hidden="true" />}
        action={
          <Button size="sm" onClick={onRecordAgain}>
            {t('keep')}
          </Button>
        }
      >
        {t('failed')}
      </Banner>
    )
  }
  if (!recorded) {
    return (
      <Banner tone="info" icon={<CircleDashed aria-hidden="true" />}>
        <b className="block font-semibold">{t('open')}</b>
        <span className="text-sm">{t('openHint')}</span>
        {last ? (
          <span className="block text-sm">
            <LastCheck check={last} zone={zone} now={now} />
          </span>
        ) : null}
      </Banner>
    )
  }
  const isReady = recorded.result === 'ready' || recorded.result === 'no_camera'
  const when = checkedAtValues(recorded.checkedAt, now, zone)
  return (
    <Banner
      tone={isReady ? 'ok' : 'warning'}
      icon={isReady ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
      action={
        <ButtonAnchor variant={isReady ? 'primary' : 'secondary'} href={doneHref}>
          {t('done')}
        </ButtonAnchor>
      }
    >
      <b className="block font-semibold">{t(recorded.result)}</b>
      <span className="text-sm tabular-nums">
        {t(role === 'STUDENT' ? 'checkedAndSeen' : 'checked', when)}
      </span>
    </Banner>
  )
}
