'use client'

import { UserMinus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useAction } from '#components/forms/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { SeatActions } from './seat-table.tsx'

type SeatRowActionsProps = {
  sessionId: string
  seat: { id: string; name: string; removed: boolean }
  /** Planners may take seats back; moderators may only allow removed people to rejoin. */
  mayUnseat: boolean
  actions: SeatActions
}

/** Takes a seat back, or allows a removed person to rejoin. */
export function SeatRowActions({ sessionId, seat, mayUnseat, actions }: SeatRowActionsProps) {
  const t = useTranslations('admin.session')
  const toast = useToast()
  const { id, name } = seat
  const again = useAction(actions.seat, () => toast({ text: t('seatedAgain', { name }) }))
  const unseat = useAction(actions.unseat, () =>
    toast({
      text: t('unseated', { name }),
      action: {
        label: t('undo'),
        onPress: () => again.run({ sessionId, studentIds: [id], allowOverlap: true }),
      },
    }),
  )
  const letIn = useAction(actions.letIn, () => toast({ text: t('letInDone', { name }) }))
  const failure = unseat.failure ?? letIn.failure ?? again.failure

  useEffect(() => {
    if (failure) toast({ tone: 'failure', text: failure.message })
  }, [failure, toast])

  return (
    <span className="inline-flex items-center gap-1">
      {seat.removed ? (
        <Button
          size="sm"
          busy={letIn.busy}
          aria-label={t('letInNamed', { name })}
          onClick={() => letIn.run({ sessionId, userId: id })}
        >
          {t('letIn')}
        </Button>
      ) : null}
      {mayUnseat ? (
        <IconButton
          label={t('unseat', { name })}
          icon={<UserMinus />}
          disabled={unseat.busy}
          onClick={() => unseat.run({ sessionId, studentIds: [id] })}
        />
      ) : null}
    </span>
  )
}
