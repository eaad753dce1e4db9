import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { RoomActions } from '#components/classroom/connection/room-client.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { LimitedTextarea } from '#components/forms/limited-input.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { type RemovalReason, removalReasons } from '#lib/kernel/enums.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'

type RemoveDialogProps = {
  person: { id: string; name: string }
  actions: RoomActions
  onClose: () => void
}

/** Confirms the removal of a participant, and asks for a reason for the record. */
export default function RemoveDialog({ person, actions, onClose }: RemoveDialogProps) {
  const t = useTranslations('room.remove')
  const [why, setWhy] = useState<RemovalReason>('disturbs')
  const [reason, setReason] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const { run, busy, failure } = useAttempt(async () => {
    await actions.remove(person.id, why, reason)
    onClose()
  })

  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title={t('title', { name: person.name })}
      description={t('description', { name: person.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button
            variant="danger"
            busy={busy}
            busyLabel={t('busy')}
            onClick={() => field.current?.reportValidity() && run()}
          >
            {t('confirm')}
          </Button>
        </>
      }
    >
      <fieldset className="mb-4 grid gap-2">
        <legend className="mb-1.5 font-medium">{t('why')}</legend>
        {removalReasons.map((option) => (
          <label
            key={option}
            className="flex min-h-9.5 cursor-pointer items-center gap-2.5 rounded-control border border-control px-3 has-checked:border-text has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:min-h-11"
          >
            <input type="radio" name="why" checked={why === option} onChange={() => setWhy(option)} />
            {t(`whys.${option}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t('reason')} hint={t('reasonHint', { name: person.name })}>
        {(control) => (
          <LimitedTextarea
            {...control}
            ref={field}
            rows={2}
            longest={MAX_LENGTH.removalReason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Failure failure={failure} />
    </Dialog>
  )
}
