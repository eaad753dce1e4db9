'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { LimitedTextarea } from '#components/forms/limited-input.tsx'
import { readFields } from '#components/forms/read-fields.ts'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Confirmation } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { formatDay, formatTimeRange } from '#lib/time/format.ts'
import { ChangePreview, type ChangePreviewData } from './change-preview.tsx'
import type { ChangedSession } from './planned-session.ts'
import { ScopeChoice } from './scope-choice.tsx'
import { useUndo } from './use-undo.ts'

type CancelButtonProps = {
  session: ClassSession
  zone: string
  action: Action<ChangedSession>
  preview: Action<ChangePreviewData>
  undo: Action<unknown>
}

/** Cancels a session, or also the following sessions of its series, once a reason is given. */
export function CancelButton({ session, zone, action, preview, undo }: CancelButtonProps) {
  const t = useTranslations('admin.cancel')
  const ask = useTranslations('admin.session')
  const toastWithUndo = useUndo(undo)
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [asking, setAsking] = useState(false)
  const { run, busy, failure } = useAction(action, (cancelled: ChangedSession) => {
    setAsking(false)
    toastWithUndo(t('done', { count: cancelled.change?.sessions ?? 0 }), cancelled)
  })
  const toInput = (fields: Record<string, string>) => ({ ...fields, sessionId: session.id })

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
            if (!busy) run(toInput(readFields(event.currentTarget)))
          }}
        >
          {session.status === 'in_progress' ? <p className="font-medium">{t('live')}</p> : null}
          {failure && !failure.fields ? (
            <Banner tone="failure" icon={<CircleAlert />}>
              {failure.message}
            </Banner>
          ) : null}
          <ChangePreview
            session={session}
            zone={zone}
            preview={preview}
            toInput={(fields) => ({ ...toInput(fields), cancels: true })}
          >
            <Field label={t('reason')} hint={t('reasonHint')} error={failure?.fields?.reason}>
              {(control) => (
                <LimitedTextarea {...control} name="reason" required longest={MAX_LENGTH.cancelReason} />
              )}
            </Field>
            <ScopeChoice session={session} zone={zone} />
          </ChangePreview>
        </form>
      </Confirmation>
    </>
  )
}
