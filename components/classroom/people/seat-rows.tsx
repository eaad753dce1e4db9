import { useTranslations } from 'next-intl'
import { Failure } from '#components/classroom/controls/failure.tsx'
import { useAttempt } from '#components/classroom/controls/use-attempt.ts'
import { useRoomApi } from '#components/classroom/follow/class-context.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'

type Seat = NonNullable<SessionDetail['seats']>[number]

/** Somebody who is not inside, in which way, and a nudge for them. */
export function MissingRow({ seat, mayNudge }: { seat: Seat; mayNudge: boolean }) {
  const t = useTranslations('order.roster')
  const nudge = useAttempt(useRoomApi().nudge)
  return (
    <li className="flex flex-col px-4 py-1">
      <div className="flex min-h-8 items-center gap-2.5 text-text-2">
        <Avatar id={seat.id} name={seat.name} size="sm" className="opacity-60" />
        <span className="min-w-0 flex-1 leading-tight">
          <span className="block truncate">{seat.name}</span>
          <span className="block text-xs text-text-3">{t(`states.${seat.state}`)}</span>
        </span>
        {mayNudge && seat.kind === 'online' ? (
          <Button
            size="sm"
            variant="ghost"
            aria-label={t('nudgeNamed', { name: seat.name })}
            busy={nudge.busy}
            busyLabel={t('nudging')}
            onClick={() => void nudge.run(seat.id)}
          >
            {t('nudge')}
          </Button>
        ) : null}
      </div>
      <Failure of={nudge.failure} />
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
