'use client'

import { CircleAlert, Send } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { CollisionList } from '#components/schedule/planning/collision-list.tsx'
import { useNotifiedText } from '#components/schedule/planning/use-notified-text.ts'
import { useUndo } from '#components/schedule/planning/use-undo.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import type { AbsencePreview, RecordedAbsence } from '#lib/sessions/absences/api.ts'
import { defaultDecisions, toHandovers } from './decisions.ts'
import { HandoverRow } from './handover-row.tsx'

type AbsenceFormProps = {
  trainer: { id: string; name: string }
  /** The first and the last day in the viewer's zone, and the instants at which they begin and end. */
  days: { from: string; to: string }
  span: { from: string; to: string }
  preview: AbsencePreview
  zone: string
  back: string
  record: Action<RecordedAbsence>
  undo: Action<unknown>
}

/** Records a trainer's absence. Each session lists its possible substitutes, with the most suitable one preselected. */
export function AbsenceForm({ trainer, days, span, preview, zone, back, record, undo }: AbsenceFormProps) {
  const t = useTranslations('absences')
  const notifiedText = useNotifiedText()
  const toastWithUndo = useUndo(undo)
  const router = useRouter()
  const [decisions, decide] = useState(() => defaultDecisions(preview.sessions))
  const [reason, setReason] = useState(t('reasonGiven', { name: trainer.name }))
  const reasonField = useRef<HTMLInputElement>(null)
  const handovers = toHandovers(decisions, reason)
  const cancelled = handovers.filter((handover) => 'cancel' in handover).length
  const given = handovers.length - cancelled
  const { run, busy, failure } = useAction(record, (absence: RecordedAbsence) => {
    toastWithUndo(t('done', { name: trainer.name, given }), absence)
    router.push(back)
  })
  function submit() {
    if (reasonField.current?.reportValidity() ?? true) run({ ...span, trainerId: trainer.id, handovers })
  }

  return (
    <div className="mx-auto flex w-full max-w-220 flex-col gap-5 px-4 pt-5 pb-8 sm:px-8">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex items-center gap-3">
          <Avatar id={trainer.id} name={trainer.name} size="lg" />
          <div>
            <Link href={back} className="link text-sm">
              {t('back')}
            </Link>
            <h1 className="text-h1 max-sm:text-h2">{t('title', { name: trainer.name })}</h1>
            <p className="text-text-2">{t('lead', { sessions: preview.sessions.length })}</p>
          </div>
        </div>
        <form className="flex flex-wrap items-end gap-2" action="/admin/absences/new">
          <input type="hidden" name="trainer" value={trainer.id} />
          <Field label={t('from')}>
            {(control) => <Input {...control} type="date" name="from" required defaultValue={days.from} />}
          </Field>
          <Field label={t('to')}>
            {(control) => <Input {...control} type="date" name="to" required defaultValue={days.to} />}
          </Field>
          <Button type="submit">{t('show')}</Button>
        </form>
      </header>
      {failure ? (
        <div className="flex flex-col gap-2">
          <Banner tone="failure" icon={<CircleAlert />}>
            {failure.message}
          </Banner>
          <CollisionList collisions={failure.collisions ?? []} zone={zone} />
        </div>
      ) : null}
      {preview.sessions.length > 0 ? (
        <ul className="rounded-card border bg-surface">
          {preview.sessions.map((session) => (
            <HandoverRow
              key={session.id}
              session={session}
              trainer={trainer}
              zone={zone}
              decision={decisions[session.id] ?? 'stay'}
              onDecide={(decision) => decide((before) => ({ ...before, [session.id]: decision }))}
            />
          ))}
        </ul>
      ) : (
        <EmptyState className="rounded-card border px-4 py-6 sm:px-6" title={t('empty')}>
          {t('emptyText', { name: trainer.name })}
        </EmptyState>
      )}
      {cancelled > 0 ? (
        <Field label={t('reason')}>
          {(control) => (
            <LimitedInput
              {...control}
              ref={reasonField}
              required
              longest={MAX_LENGTH.cancelReason}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <footer className="flex flex-wrap items-center justify-between gap-3">
        <p className="flex gap-2.5 text-sm text-text-2">
          <Send className="mt-0.5 size-4 flex-none" />
          {notifiedText(preview.recipients)}
        </p>
        <Button variant="primary" busy={busy} busyLabel={t('busy')} onClick={submit}>
          {t('submit', { given, cancelled })}
        </Button>
      </footer>
    </div>
  )
}
