'use client'

import { Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'
import type { TrainerActions } from './trainer-actions.ts'

type StartButtonProps = {
  session: Pick<ClassSession, 'id' | 'classTitle'>
  start: TrainerActions['start']
  /** `next`: the highlighted next class; `soon`: the next class, on another day; `later`: other classes. */
  weight: 'next' | 'soon' | 'later'
}

/** Starts the class and joins its room with one press. */
export function StartButton({ session, start, weight }: StartButtonProps) {
  const t = useTranslations('trainer')
  const toast = useToast()
  const [busy, startTransition] = useTransition()

  function press() {
    startTransition(async () => {
      const result = await start({ sessionId: session.id })
      // There is no result if the action redirected to the room.
      if (result && !result.ok) toast({ tone: 'failure', text: result.message })
    })
  }

  return (
    <Button
      {...looks[weight]}
      icon={<Play />}
      busy={busy}
      busyLabel={t('starting')}
      onClick={press}
      aria-label={weight === 'later' ? t('startNamed', { title: session.classTitle }) : undefined}
    >
      {weight === 'later' ? t('startShort') : t('start')}
    </Button>
  )
}

const looks = {
  next: { variant: 'primary', size: 'lg' },
  soon: { variant: 'secondary', size: 'lg' },
  later: { variant: 'ghost', size: 'sm' },
} as const
