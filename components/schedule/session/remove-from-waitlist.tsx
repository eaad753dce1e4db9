'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useToast } from '#components/ui/toast.tsx'

type RemoveFromWaitlistProps = {
  sessionId: string
  entry: { id: string; name: string }
  removeFromWaitlist: Action<unknown>
}

/** Removes a student from the waitlist of a session. */
export function RemoveFromWaitlist({
  sessionId,
  entry: { id, name },
  removeFromWaitlist: takeOut,
}: RemoveFromWaitlistProps) {
  const t = useTranslations('seats')
  const toast = useToast()
  const { run, busy, failure } = useAction(takeOut, () => toast({ text: t('left', { name }) }))

  useEffect(() => {
    if (failure) toast({ tone: 'failure', text: failure.message })
  }, [failure, toast])

  return (
    <IconButton
      label={t('remove', { name })}
      icon={<X />}
      disabled={busy}
      onClick={() => run({ sessionId, studentIds: [id] })}
    />
  )
}
