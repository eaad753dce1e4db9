'use client'

import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { cityOf } from '#components/schedule/session/class-time.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Segment } from '#components/ui/segment.tsx'
import { Select } from '#components/ui/select.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { Toggle } from '#components/ui/toggle.tsx'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { LONGEST_SESSION_MINUTES } from '#lib/sessions/policy.ts'
import type { SeriesPreview } from '#lib/sessions/series/api.ts'
import { AddDate } from './add-date.tsx'
import { CapacityFields } from './capacity-fields.tsx'
import { RepeatFields } from './repeat-fields.tsx'
import { SeriesDates } from './series-dates.tsx'
import { ofClass, type SeriesClass, type SeriesDraft, seriesInput } from './series-draft.ts'
import { useSeriesPreview } from './use-series-preview.ts'

type SeriesFormProps = {
  draft: SeriesDraft
  classes: SeriesClass[]
  trainers: { id: string; name: string }[]
  locations: { id: string; name: string }[]
  /** The viewer's time zone. */
  zone: string
  back: string
  preview: Action<SeriesPreview>
  create: Action<{ sessionIds: string[] }>
}

/** Plans a series in one form, with a live list of its dates. */
export function SeriesForm({
  classes,
  trainers,
  locations,
  zone,
  back,
  preview,
  create,
  ...given
}: SeriesFormProps) {
  const t = useTranslations('series')
  const common = useTranslations('common')
  const router = useRouter()
  const toast = useToast()
  const [draft, setDraft] = useState(given.draft)
  const [allowOverlap, allow] = useState(false)
  const change = (changed: Partial<SeriesDraft>) => setDraft((before) => ({ ...before, ...changed }))
  const course = classes.find(({ id }) => id === draft.classId)
  const shown = useSeriesPreview(draft, preview)
  const { run, busy, failure } = useAction(create, ({ sessionIds }: { sessionIds: string[] }) => {
    toast({ text: t('done', { count: sessionIds.length }) })
    router.push(`${back}?date=${draft.firstDate}`)
  })
  const fault = (field: string) => failure?.fields?.[field] ?? shown.faults[field]

  return (
    <form
      className="flex flex-1 max-lg:flex-col lg:h-[calc(100dvh-1.125rem)] lg:flex-none"
      onSubmit={(event) => {
        event.preventDefault()
        const input = seriesInput(draft)
        if (input && !busy) run({ ...input, allowOverlap })
      }}
    >
      <div className="flex min-w-0 flex-1 flex-col gap-6 overflow-y-auto px-4 pt-5 pb-8 sm:px-8">
        <header>
          <Link href={back} className="link text-sm">
            {t('back')}
          </Link>
          <h1 className="mt-1 text-h1">{t('title')}</h1>
        </header>
        {failure && !failure.fields ? (
          <Banner tone="failure" icon={<CircleAlert />}>
            {failure.message}
          </Banner>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t('class')}
            error={fault('classId')}
            hint={
              course
                ? t('classHint', {
                    mode: common(`modes.${course.mode}`),
                    places: course.capacity,
                    place: cityOf(course.timeZone),
                  })
                : undefined
            }
          >
            {(control) => (
              <Select
                {...control}
                required
                value={draft.classId}
                onChange={({ target }) =>
                  change(
                    ofClass(
                      classes.find(({ id }) => id === target.value),
                      draft,
                    ),
                  )
                }
              >
                <option value="">{t('chooseClass')}</option>
                {classes.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('trainer')} error={fault('trainerId')}>
            {(control) => (
              <Select
                {...control}
                required
                value={draft.trainerId}
                onChange={(event) => change({ trainerId: event.target.value })}
              >
                <option value="">{t('chooseTrainer')}</option>
                {trainers.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {course?.mode === 'HYBRID' ? (
          <div className="flex flex-col items-start gap-1.5">
            <span className="text-sm font-medium">{t('type')}</span>
            <Segment
              label={t('type')}
              name="sessionType"
              choices={(['online', 'offline'] as const).map((value) => ({
                value,
                label: common(`types.${value}`),
              }))}
              value={draft.sessionType}
              onChange={(sessionType) => change({ sessionType })}
            />
            {draft.sessionType === 'offline' ? <p className="text-sm text-text-2">{t('typeHint')}</p> : null}
          </div>
        ) : null}
        <RepeatFields draft={draft} onChange={change} fault={fault('rule')} />
        <Section title={t('time')}>
          <div className="grid grid-cols-2 gap-3 sm:max-w-md">
            <Field label={t('starts')} error={fault('time')}>
              {(control) => (
                <Input
                  {...control}
                  type="time"
                  required
                  value={draft.time}
                  onChange={(event) => change({ time: event.target.value })}
                />
              )}
            </Field>
            <Field label={t('lasts')} error={fault('minutes')}>
              {(control) => (
                <Input
                  {...control}
                  type="number"
                  required
                  min={5}
                  max={LONGEST_SESSION_MINUTES}
                  step={5}
                  value={draft.minutes}
                  onChange={(event) => change({ minutes: event.target.value })}
                />
              )}
            </Field>
          </div>
          {course && draft.time ? (
            <p className="text-sm text-text-2">
              {t('stays', { time: draft.time, place: cityOf(course.timeZone) })}
            </p>
          ) : null}
        </Section>
        <Section title={t('exceptions')}>
          <Toggle
            label={t('holidays')}
            hint={t('holidaysHint')}
            checked={draft.leaveOutHolidays}
            onChange={(leaveOutHolidays) => change({ leaveOutHolidays })}
          />
          <Link href="/admin/holidays" className="link self-start text-sm">
            {t('manageHolidays')}
          </Link>
          <AddDate
            onAdd={(date) =>
              change({
                add: [...new Set([...draft.add, date])],
                leaveOut: draft.leaveOut.filter((left) => left !== date),
              })
            }
          />
        </Section>
        <div className="grid gap-4 sm:grid-cols-2">
          <CapacityFields
            draft={draft}
            course={course}
            locations={locations}
            fault={fault}
            onChange={change}
          />
          <Field label={t('topic')} hint={t('topicHint')} error={fault('title')}>
            {(control) => (
              <LimitedInput
                {...control}
                longest={MAX_LENGTH.title}
                autoComplete="off"
                value={draft.title}
                onChange={(event) => change({ title: event.target.value })}
              />
            )}
          </Field>
        </div>
      </div>
      <SeriesDates
        draft={draft}
        shown={shown}
        trainers={trainers}
        zone={zone}
        busy={busy}
        allowOverlap={allowOverlap}
        onAllow={allow}
        onChange={change}
      />
    </form>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 border-t pt-5">
      <h2 className="text-h3">{title}</h2>
      {children}
    </section>
  )
}
