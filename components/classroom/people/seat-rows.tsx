import { useTranslations } from 'next-intl'
import { Failure } from '#components/classroom/controls/failure.tsx'
import { useAttempt } from '#components/classroom/controls/use-attempt.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'

type Seat = { id: string; name: string }

export function MissingRow({ seat }: { seat: Seat }) {
  return (
    <li className="flex h-10 items-center gap-2.5 px-4 text-text-2">
      <Avatar id={seat.id} name={seat.name} size="sm" className="opacity-60" />
      <span className="truncate">{seat.name}</span>
    </li>
  )
}

export function RemovedRow({ seat, onLetIn }: { seat: Seat; onLetIn: () => Promise<void> }) {
  const t = useTranslations('room.people')
  const { run, busy, failure } = useAttempt(onLetIn)
  return (
    <li className="flex flex-col gap-1 px-4 py-1">
      <div className="flex items-center gap-2.5">
        <Avatar id={seat.id} name={seat.name} size="sm" className="opacity-60" />
        <span className="min-w-0 flex-1 truncate">{seat.name}</span>
        <Button
          size="sm"
          aria-label={t('letInNamed', { name: seat.name })}
          busy={busy}
          busyLabel={t('lettingIn')}
          onClick={() => run()}
        >
          {t('letIn')}
        </Button>
      </div>
      <Failure of={failure} />
    </li>
  )
}
