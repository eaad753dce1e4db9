'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Confirmation } from '#components/ui/dialog.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'
import type { TrainerActions } from './trainer-actions.ts'

type EndButtonProps = {
  session: Pick<ClassSession, 'id' | 'classTitle'>
  end: TrainerActions['end']
}

/** Ends the class for everyone, after a confirmation. */
export function EndButton({ session, end }: EndButtonProps) {
  const t = useTranslations('trainer')
  const router = useRouter()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const [busy, startTransition] = useTransition()

  function confirm() {
    startTransition(async () => {
      const result = await end({ sessionId: session.id })
      setAsking(false)
      if (!result.ok) toast({ tone: 'failure', text: result.message })
      router.refresh()
    })
  }

  return (
    <>
      <Button
        variant="danger-quiet"
        aria-label={t('endNamed', { title: session.classTitle })}
        onClick={() => setAsking(true)}
      >
        {t('end')}
      </Button>
      <Confirmation
        open={asking}
        onClose={() => setAsking(false)}
        title={t('endTitle', { title: session.classTitle })}
        description={t('endText')}
        confirm={t('endConfirm')}
        keep={t('endKeep')}
        busy={busy}
        busyLabel={t('ending')}
        onConfirm={confirm}
      />
    </>
  )
}
