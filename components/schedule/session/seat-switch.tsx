'use client'

import { MapPin, Monitor } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { Segment } from '#components/ui/segment.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { SeatKind } from '#lib/kernel/enums.ts'

type SeatSwitchProps = {
  sessionId: string
  seat: { id: string; name: string; kind: SeatKind }
  /** The second copy on the page, for narrow windows. */
  narrow: boolean
  switchSeat: Action<unknown>
}

/** Switches a seat of one session between online and in person. */
export function SeatSwitch({ sessionId, seat, narrow, switchSeat }: SeatSwitchProps) {
  const t = useTranslations('seats')
  const common = useTranslations('common.seatKinds')
  const toast = useToast()
  const { id, name, kind } = seat
  const other = kind === 'online' ? 'in_person' : 'online'
  const { run, busy, failure } = useAction(switchSeat, () =>
    toast({ text: t(`switched.${other}`, { name }) }),
  )

  useEffect(() => {
    if (failure) toast({ tone: 'failure', text: failure.message })
  }, [failure, toast])

  return (
    <Segment
      label={t('whereOf', { name })}
      name={narrow ? `narrow-seat-${id}` : `seat-${id}`}
      choices={[
        { value: 'online', label: common('online'), icon: <Monitor /> },
        { value: 'in_person', label: common('in_person'), icon: <MapPin /> },
      ]}
      value={busy ? other : kind}
      onChange={(chosen) => {
        if (!busy) run({ sessionId, studentId: id, kind: chosen })
      }}
    />
  )
}
