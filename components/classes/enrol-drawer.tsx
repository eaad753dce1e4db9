'use client'

import { CircleCheck, FileSpreadsheet } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import { RoutedDrawer, useClose } from '#components/forms/routed-drawer.tsx'
import { type Found, StudentPicker } from '#components/forms/student-picker.tsx'
import type { Action } from '#components/forms/use-action.ts'
import { explainCollisions } from '#components/schedule/planning/collisions.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { formatDay, formatZonedTime } from '#lib/time/format.ts'
import { importHref } from './import-href.ts'

type Enrolled = { enrolled: number; full: { sessionId: string; title: string; startsAt: string }[] }

type EnrolDrawerProps = {
  course: { id: string; title: string }
  /** The first students, sorted by name. */
  students: Found
  search: Action<Found>
  zone: string
  closeHref: string
  action: Action<Enrolled>
}

/** Enrols students in a class. Sessions with too few seats are listed. */
export function EnrolDrawer({ course, students, search, zone, closeHref, action }: EnrolDrawerProps) {
  const t = useTranslations('classes.enrolment')
  const toast = useToast()
  const [chosen, setChosen] = useState<string[]>([])
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null)

  function done(result: Enrolled) {
    if (result.full.length === 0) return toast({ text: t('done', { count: result.enrolled }) })
    setEnrolled(result)
    return 'stay'
  }

  if (enrolled) return <FullSessions course={course} enrolled={enrolled} zone={zone} closeHref={closeHref} />
  return (
    <DrawerForm
      title={t('title')}
      meta={course.title}
      closeHref={closeHref}
      submit={t('submit', { count: chosen.length })}
      busyLabel={t('busy')}
      incomplete={chosen.length === 0}
      action={action}
      toInput={() => ({ classId: course.id, studentIds: chosen })}
      onDone={done}
      explain={explainCollisions(zone)}
    >
      {(faults) => (
        <>
          <ButtonLink href={importHref(course.id)} icon={<FileSpreadsheet />} block>
            {t('fromFile')}
          </ButtonLink>
          <StudentPicker first={students} search={search} fault={faults.studentIds} onChange={setChosen} />
        </>
      )}
    </DrawerForm>
  )
}

type FullSessionsProps = Pick<EnrolDrawerProps, 'course' | 'zone' | 'closeHref'> & { enrolled: Enrolled }

function FullSessions({ course, enrolled, zone, closeHref }: FullSessionsProps) {
  const t = useTranslations('classes.enrolment')
  const close = useClose(closeHref)
  return (
    <RoutedDrawer
      title={t('title')}
      meta={course.title}
      closeHref={closeHref}
      footer={
        <Button variant="primary" className="flex-1" onClick={close}>
          {t('close')}
        </Button>
      }
    >
      <Banner tone="ok" icon={<CircleCheck />}>
        {t('done', { count: enrolled.enrolled })}
      </Banner>
      <div>
        <p>{t('full', { count: enrolled.full.length })}</p>
        <ul className="mt-2 flex flex-col gap-1.5 tabular-nums">
          {enrolled.full.map(({ sessionId, startsAt }) => (
            <li key={sessionId}>
              <Link href={`/sessions/${sessionId}`} className="link">
                {t('fullAt', {
                  day: formatDay(startsAt, zone),
                  time: formatZonedTime(startsAt, zone),
                })}
              </Link>
            </li>
          ))}
        </ul>
        <p className="mt-4 text-sm text-text-2">{t('fullHint')}</p>
      </div>
    </RoutedDrawer>
  )
}
