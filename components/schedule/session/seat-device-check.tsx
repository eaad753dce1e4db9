import { CameraOff, CircleCheck, CircleDashed, MicOff, TriangleAlert, VolumeX, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { checkedAtValues } from '#components/classroom/device-check/checked-at-values.ts'
import { Badge, type BadgeTone } from '#components/ui/badge.tsx'
import type { CheckSummary } from '#lib/device-check/api.ts'

const looks: Record<CheckSummary['result'], { tone: BadgeTone; icon: ReactNode }> = {
  ready: { tone: 'ok', icon: <CircleCheck aria-hidden="true" /> },
  no_camera: { tone: 'neutral', icon: <CameraOff aria-hidden="true" /> },
  network_weak: { tone: 'late', icon: <TriangleAlert aria-hidden="true" /> },
  network_blocked: { tone: 'bad', icon: <WifiOff aria-hidden="true" /> },
  no_microphone: { tone: 'bad', icon: <MicOff aria-hidden="true" /> },
  not_heard: { tone: 'late', icon: <MicOff aria-hidden="true" /> },
  no_sound: { tone: 'bad', icon: <VolumeX aria-hidden="true" /> },
}

type SeatDeviceCheckProps = { check: CheckSummary | null; zone: string; now: string }

/** The result and time of a student's last device and network check. */
export function SeatDeviceCheck({ check, zone, now }: SeatDeviceCheckProps) {
  const t = useTranslations('deviceCheck.seat')
  if (!check) {
    return (
      <span className="inline-flex items-center gap-1.25 text-sm text-text-2 [&_svg]:size-3.25">
        <CircleDashed aria-hidden="true" />
        {t('none')}
      </span>
    )
  }
  const { tone, icon } = looks[check.result]
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5 py-1">
      <Badge tone={tone} icon={icon}>
        {t(check.result)}
      </Badge>
      <span className="text-xs text-text-2 tabular-nums">
        {t('at', checkedAtValues(check.checkedAt, now, zone))}
      </span>
    </span>
  )
}
