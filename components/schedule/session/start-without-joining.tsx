'use client'

import { Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useAction } from '#components/forms/use-action.ts'
import type { TrainerActions } from '#components/schedule/trainer-actions.ts'
import { Button } from '#components/ui/button.tsx'
import { useToast } from '#components/ui/toast.tsx'

/** Starts the class for its trainer and students; the user who presses it does not join. */
export function StartWithoutJoining({
  sessionId,
  action,
}: {
  sessionId: string
  action: TrainerActions['start']
}) {
  const t = useTranslations('admin.session')
  const toast = useToast()
  const { run, busy, failure } = useAction(action, () => toast({ text: t('started') }))
  return (
    <>
      <Button icon={<Play />} busy={busy} busyLabel={t('starting')} onClick={() => run({ sessionId })}>
        {t('start')}
      </Button>
      {failure ? (
        <p role="alert" className="w-full text-sm text-bad-text">
          {failure.message}
        </p>
      ) : null}
    </>
  )
}
