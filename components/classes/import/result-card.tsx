'use client'

import { Check, Mail, MapPin, Monitor, UserCheck, Users } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { courseHref } from '#components/classes/course-href.ts'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import type { ImportResult } from '#lib/classes/import/api.ts'
import { formatDay, formatZonedTime } from '#lib/time/format.ts'
import type { ImportCourse } from './import-screen.tsx'

type ResultCardProps = {
  course: ImportCourse
  zone: string
  result: ImportResult
  /** Number of rows that were fixed here. */
  fixedCount: number
  leftOutCount: number
  onAnother: () => void
}

/** The result of an import, in numbers. */
export function ResultCard({
  course,
  zone,
  result,
  fixedCount: mended,
  leftOutCount: leftOut,
  onAnother,
}: ResultCardProps) {
  const t = useTranslations('classImport.result')
  const { rows, enrolled, alreadyEnrolled, invited, notified, seats } = result
  return (
    <Card className="flex max-w-160 flex-col">
      <div className="flex flex-col gap-4 p-5">
        <div className="flex gap-3">
          <span className="grid size-9 flex-none place-items-center rounded-full bg-ok-soft text-ok-text">
            <Check className="size-4.5" />
          </span>
          <div>
            <h2 className="text-h3 tabular-nums">
              {t('title', { count: enrolled + alreadyEnrolled, rows: rows + leftOut, title: course.title })}
            </h2>
            <p className="text-sm text-text-2 tabular-nums">
              {t('fixed', { mended, leftOut: result.skipped + leftOut })}
            </p>
          </div>
        </div>
        <dl className="flex flex-col gap-2.25 tabular-nums">
          <Figure icon={<Mail />} label={t('invited')} count={invited} />
          <Figure icon={<UserCheck />} label={t('told')} count={notified} />
          {alreadyEnrolled > 0 ? (
            <Figure icon={<Users />} label={t('already')} count={alreadyEnrolled} />
          ) : null}
          {seats.map(({ kind, enrolled, free }) => (
            <Figure
              key={kind}
              icon={kind === 'online' ? <Monitor /> : <MapPin />}
              label={t(kind, { free })}
              count={enrolled}
            />
          ))}
        </dl>
        <FullSessions full={result.full} zone={zone} />
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2.5 border-t px-5 py-3.5">
        <p className="flex-1 text-sm text-text-2">{t('again')}</p>
        <Button onClick={onAnother}>{t('another')}</Button>
        <ButtonLink href={courseHref(course.id)} variant="primary">
          {t('open')}
        </ButtonLink>
      </div>
    </Card>
  )
}

function Figure({ icon, label, count }: { icon: ReactNode; label: string; count: number }) {
  return (
    <div className="flex items-center gap-2.25 [&_svg]:size-3.75 [&_svg]:text-text-2">
      {icon}
      <dt className="flex-1">{label}</dt>
      <dd className="font-semibold">{count}</dd>
    </div>
  )
}

function FullSessions({ full, zone }: { full: ImportResult['full']; zone: string }) {
  const t = useTranslations('classImport.result')
  if (full.length === 0) return null
  return (
    <div>
      <p>{t('full', { count: full.length })}</p>
      <ul className="mt-2 flex flex-col gap-1.5 tabular-nums">
        {full.map(({ sessionId, startsAt }) => (
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
    </div>
  )
}
