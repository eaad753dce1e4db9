import { useTranslations } from 'next-intl'
import type { RoomActions } from '#components/classroom/connection/room-client.ts'
import { useHeadcount } from '#components/classroom/livekit/people.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'

type EndDialogProps = { onClose: () => void; actions: RoomActions }

/** Ends the class for everybody, or lets only the trainer leave. */
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
      <Failure failure={failure} />
    </Dialog>
  )
}
