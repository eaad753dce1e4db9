'use client'

import { MapPin, Monitor } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { Segment } from '#components/ui/segment.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ClassStudent } from '#lib/classes/api.ts'

type SeatKindChoiceProps = {
  classId: string
  student: Pick<ClassStudent, 'id' | 'name' | 'kind'>
  change: Action<{ waitlisted: number }>
}

/** A student's usual seat kind. A change also applies to their future seats. */
export function SeatKindChoice({ classId, student, change }: SeatKindChoiceProps) {
  const t = useTranslations('course')
  const common = useTranslations('common.seatKinds')
  const toast = useToast()
  const { id, name, kind } = student
  const other = kind === 'online' ? 'in_person' : 'online'
  const { run, busy, failure } = useAction(change, ({ waitlisted }) =>
    toast({ text: t(`switched.${other}`, { name, waiting: waitlisted }) }),
  )

  useEffect(() => {
    if (failure) toast({ tone: 'failure', text: failure.message })
  }, [failure, toast])

  return (
    <Segment
      label={t('inClassOf', { name })}
      name={`kind-${id}`}
      choices={[
        { value: 'online', label: common('online'), icon: <Monitor /> },
        { value: 'in_person', label: common('in_person'), icon: <MapPin /> },
      ]}
      value={busy ? other : kind}
      onChange={(chosen) => {
        if (!busy) run({ classId, studentId: id, kind: chosen, sessions: 'upcoming' })
      }}
    />
  )
}
