'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Confirmation } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Textarea } from '#components/ui/input.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'
import { formatDay, formatTimeRange } from '#lib/time/format.ts'
import type { Planned } from './planned.ts'

type CancelButtonProps = { session: ClassSession; zone: string; action: Action<Planned> }

/** Cancels a session, once its reason was given: that cannot be undone. */
export function CancelButton({ session, zone, action }: CancelButtonProps) {
  const t = useTranslations('admin.cancel')
  const ask = useTranslations('admin.session')
  const toast = useToast()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [asking, setAsking] = useState(false)
  const { run, busy, failure } = useAction(action, () => {
    setAsking(false)
    toast({ text: t('done') })
  })

  return (
    <>
      <Button variant="danger-quiet" onClick={() => setAsking(true)}>
        {ask('cancel')}
      </Button>
      <Confirmation
        open={asking}
        onClose={() => setAsking(false)}
        title={t('title', { day: formatDay(session.startsAt, zone) })}
        description={t('description', {
          title: session.classTitle,
          time: formatTimeRange(session.startsAt, session.endsAt, zone),
          seats: session.seatsTaken,
          trainer: session.trainer.name,
        })}
        confirm={t('confirm')}
        keep={t('keep')}
        busy={busy}
        busyLabel={t('cancelling')}
        onConfirm={() => form.current?.requestSubmit()}
      >
        <form
          ref={form}
          id={id}
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            const reason = new FormData(event.currentTarget).get('reason')
            if (!busy) run({ sessionId: session.id, reason })
          }}
        >
          {session.status === 'in_progress' ? <p className="font-medium">{t('live')}</p> : null}
          {failure && !failure.fields ? (
            <Banner tone="failure" icon={<CircleAlert />}>
              {failure.message}
            </Banner>
          ) : null}
          <Field label={t('reason')} hint={t('reasonHint')} error={failure?.fields?.reason}>
            {(control) => <Textarea {...control} name="reason" required maxLength={500} />}
          </Field>
        </form>
      </Confirmation>
    </>
  )
}
