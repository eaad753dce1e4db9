import { useTranslations } from 'next-intl'
import { useHeadcount } from '#components/classroom/room/people.ts'
import type { RoomActions } from '#components/classroom/visit/connection.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Failure } from './failure.tsx'
import { useAttempt } from './use-attempt.ts'

type EndDialogProps = { onClose: () => void; actions: RoomActions }

/** Ends the class for everybody, or lets the trainer alone go. */
export default function EndDialog({ onClose, actions }: EndDialogProps) {
  const t = useTranslations('room.end')
  const others = useHeadcount() - 1
  const { run, busy, failure } = useAttempt(actions.endForAll)

  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title={t('title')}
      description={t('description', { others: Math.max(0, others) })}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button onClick={actions.leave}>{t('leave')}</Button>
          <Button variant="danger" busy={busy} busyLabel={t('busy')} onClick={() => run()}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <Failure of={failure} />
    </Dialog>
  )
}
