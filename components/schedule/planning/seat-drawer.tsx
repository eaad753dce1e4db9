'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import { type Found, StudentPicker } from '#components/forms/student-picker.tsx'
import type { Action } from '#components/forms/use-action.ts'
import { Segment } from '#components/ui/segment.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'
import { explainCollisions } from './collisions.tsx'
import type { PlannedSession } from './planned-session.ts'

type SeatDrawerProps = {
  session: ClassSession
  /** Ids of the students who have a seat. */
  seated: string[]
  /** The first students, sorted by name. */
  students: Found
  search: Action<Found>
  zone: string
  closeHref: string
  action: Action<PlannedSession>
}

type Where = 'usual' | 'online' | 'in_person'

/** Gives students seats in one session. If there are too few, either none gets a seat or the rest join the waitlist. */
export function SeatDrawer({ session, seated, students, search, zone, closeHref, action }: SeatDrawerProps) {
  const t = useTranslations('admin.seat')
  const seats = useTranslations('seats.add')
  const common = useTranslations('common.seatKinds')
  const toast = useToast()
  const [chosen, setChosen] = useState<string[]>([])
  const [where, setWhere] = useState<Where>('usual')
  const [whenFull, setWhenFull] = useState<'refuse' | 'waitlist'>('refuse')
  const count = chosen.length
  const free = session.capacity - session.seatsTaken + session.inPersonCapacity - session.inPersonSeatsTaken
  return (
    <DrawerForm
      title={t('title')}
      meta={t('meta', { free: Math.max(0, free) })}
      closeHref={closeHref}
      submit={t('submit', { count })}
      busyLabel={t('busy')}
      incomplete={count === 0}
      action={action}
      toInput={() => ({
        sessionId: session.id,
        studentIds: chosen,
        kind: where === 'usual' ? undefined : where,
        whenFull,
      })}
      onDone={() =>
        toast({ text: whenFull === 'waitlist' ? seats('waitlisted', { count }) : t('done', { count }) })
      }
      explain={explainCollisions(zone)}
    >
      {(faults) => (
        <>
          {session.inPersonCapacity > 0 ? (
            <Choice label={seats('where')}>
              <Segment
                label={seats('where')}
                name="where"
                choices={[
                  { value: 'usual', label: seats('usual') },
                  { value: 'online', label: common('online') },
                  { value: 'in_person', label: common('in_person') },
                ]}
                value={where}
                onChange={setWhere}
              />
            </Choice>
          ) : null}
          <StudentPicker
            first={students}
            search={search}
            taken={{ ids: seated, label: t('has') }}
            fault={faults.studentIds}
            onChange={setChosen}
          />
          <Choice label={seats('whenFull')}>
            <Segment
              label={seats('whenFull')}
              name="when-full"
              choices={[
                { value: 'refuse', label: seats('refuse') },
                { value: 'waitlist', label: seats('joinWaitlist') },
              ]}
              value={whenFull}
              onChange={setWhenFull}
            />
          </Choice>
        </>
      )}
    </DrawerForm>
  )
}

/** A segment has its own label for screen readers. */
function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-1.5">
      <span aria-hidden="true" className="font-medium">
        {label}
      </span>
      {children}
    </div>
  )
}
