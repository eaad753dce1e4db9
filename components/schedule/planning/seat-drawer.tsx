'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import type { Action } from '#components/forms/use-action.ts'
import { type Found, StudentPicker } from '#components/people/student-picker.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'
import { explainCollisions } from './collisions.tsx'
import type { Planned } from './planned.ts'

type SeatDrawerProps = {
  session: ClassSession
  /** Who has a seat already. */
  seated: string[]
  /** The first students by name. */
  students: Found
  search: Action<Found>
  zone: string
  closeHref: string
  action: Action<Planned>
}

/** Gives students seats in one session; all of them get one, or nobody. */
export function SeatDrawer({ session, seated, students, search, zone, closeHref, action }: SeatDrawerProps) {
  const t = useTranslations('admin.seat')
  const toast = useToast()
  const [chosen, setChosen] = useState<string[]>([])
  return (
    <DrawerForm
      title={t('title')}
      meta={t('meta', { free: Math.max(0, session.capacity - session.seatsTaken) })}
      closeHref={closeHref}
      submit={t('submit', { count: chosen.length })}
      busyLabel={t('busy')}
      incomplete={chosen.length === 0}
      action={action}
      toInput={() => ({ sessionId: session.id, studentIds: chosen })}
      onDone={() => toast({ text: t('done', { count: chosen.length }) })}
      explain={explainCollisions(zone)}
    >
      {(faults) => (
        <StudentPicker
          first={students}
          search={search}
          taken={{ ids: seated, label: t('has') }}
          fault={faults.studentIds}
          onChange={setChosen}
        />
      )}
    </DrawerForm>
  )
}
