'use client'

import { Check, CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Collisions } from '#components/schedule/planning/collisions.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Card } from '#components/ui/card.tsx'
import { Segment } from '#components/ui/segment.tsx'
import type { ApiFailure } from '#lib/api/client.ts'
import { CheckFooter } from './check-footer.tsx'
import { CheckTable } from './check-table.tsx'
import type { ImportOptions } from './import-api.ts'
import type { CheckedFile } from './use-row-fixes.ts'

type CheckCardProps = {
  checked: CheckedFile
  zone: string
  /** The failure of the last attempt to enrol. */
  failure: ApiFailure | null
  stopped: boolean
  onEnrol: (options: ImportOptions) => void
  onEnrolAnyway: () => void
}

/** The preview of an import, row by row. Faulty rows can be fixed in place. */
export function CheckCard({ checked, zone, failure, stopped, onEnrol, onEnrolAnyway }: CheckCardProps) {
  const t = useTranslations('classImport.check')
  const [order, setOrder] = useState<'faultyFirst' | 'fileOrder'>('faultyFirst')
  const { counts } = checked.preview
  if (!checked.reading.meanings.includes('email')) return <NoAddresses />
  return (
    <Card className="flex min-w-0 flex-col">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-5 pt-4 pb-3.5">
        <div className="w-full">
          <h2 className="text-h3">{t('title')}</h2>
          <p className="text-sm text-text-2">{t('lead')}</p>
        </div>
        <dl className="flex flex-wrap gap-x-6.5 gap-y-2 tabular-nums">
          <Count count={counts.rows} label={t('rows')} />
          <Count count={counts.ready} label={t('ready')} icon={<Check className="text-ok-text" />} />
          <Count count={counts.faulty} label={t('faulty')} icon={<CircleAlert className="text-bad-text" />} />
          <Count count={counts.new} label={t('new')} />
          {counts.enrolled > 0 ? <Count count={counts.enrolled} label={t('already')} /> : null}
        </dl>
        <Segment
          label={t('show')}
          name="order"
          value={order}
          onChange={setOrder}
          choices={[
            { value: 'faultyFirst', label: t('faultyFirst') },
            { value: 'fileOrder', label: t('fileOrder') },
          ]}
        />
      </div>
      <div className="flex flex-col gap-2 px-5 pb-3 empty:hidden">
        <Messages checked={checked} failure={failure} stopped={stopped} />
        {failure?.error.collisions ? (
          <Collisions
            collisions={failure.error.collisions}
            zone={zone}
            busy={false}
            onSeatAnyway={onEnrolAnyway}
          />
        ) : null}
      </div>
      <CheckTable checked={checked} faultyFirst={order === 'faultyFirst'} />
      <CheckFooter checked={checked} onEnrol={onEnrol} />
    </Card>
  )
}

function Count({ count, label, icon }: { count: number; label: string; icon?: ReactNode }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="flex items-center gap-1.25 text-sm text-text-2 [&_svg]:size-3.5">
        {icon}
        {label}
      </dt>
      <dd className="text-[1.5rem]/7 font-semibold tracking-[-0.02em]">{count}</dd>
    </div>
  )
}

function NoAddresses() {
  const t = useTranslations('classImport.check')
  return (
    <Banner tone="failure" icon={<CircleAlert />}>
      <b className="font-semibold">{t('noAddresses')}</b> {t('noAddressesThen')}
    </Banner>
  )
}

type MessagesProps = Pick<CheckCardProps, 'checked' | 'failure' | 'stopped'>

/** Messages about the file as a whole. */
function Messages({ checked: { preview }, failure, stopped }: MessagesProps) {
  const t = useTranslations('classImport')
  const { counts, seats } = preview
  return (
    <>
      {failure && !failure.error.collisions ? (
        <Banner tone="failure" icon={<CircleAlert />}>
          {failure.message || t('noAnswer')}
        </Banner>
      ) : null}
      {stopped ? (
        <Banner tone="info" icon={<Info />}>
          {t('check.stopped')}
        </Banner>
      ) : null}
      {counts.enrolled > 0 && counts.enrolled === counts.rows ? (
        <Banner tone="ok" icon={<CircleCheck />}>
          <b className="font-semibold">{t('check.allAlready', { count: counts.enrolled })}</b>{' '}
          {t('check.nothingToDo')}
        </Banner>
      ) : null}
      {counts.cleaned > 0 ? (
        <Banner tone="info" icon={<Info />}>
          {t('check.cleanedRows', { count: counts.cleaned })}
        </Banner>
      ) : null}
      {seats
        .filter(({ waitlisted }) => waitlisted > 0)
        .map(({ kind, free, requested, waitlisted }) => (
          <Banner key={kind} icon={<TriangleAlert />}>
            <b className="font-semibold">{t(`check.waiting.${kind}`, { free, asked: requested })}</b>{' '}
            {t('check.waitingThen', { waiting: waitlisted })}
          </Banner>
        ))}
    </>
  )
}
