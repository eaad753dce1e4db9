import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RoomActions } from '#components/classroom/connection/room-client.ts'
import { useRoomApi } from '#components/classroom/room-state/room-services.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { PeopleSection } from '#components/classroom/ui/people-section.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Abilities } from '#lib/sessions/abilities.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { splitSeats } from './order-people.ts'

type Seat = NonNullable<SessionDetail['seats']>[number]

type AbsentSeatsProps = {
  seats: Seat[]
  /** User ids of people who are inside or attend in person. */
  inside: string[]
  abilities: Pick<Abilities, 'canAdmit' | 'canModerate'>
  onAddAssistant: () => void
  onReadmit: RoomActions['readmit']
}

/** Missing people with reminders, removed people with readmission, and a button to add an assistant. */
export default function AbsentSeats({
  seats,
  inside,
  abilities,
  onAddAssistant,
  onReadmit,
}: AbsentSeatsProps) {
  const t = useTranslations('room.people')
  const { missing, removed } = splitSeats(seats, inside)
  return (
    <>
      {missing.length > 0 ? <Missing seats={missing} mayRemind={abilities.canAdmit} /> : null}
      {removed.length > 0 ? (
        <PeopleSection title={t('removed')} count={removed.length}>
          <ul>
            {removed.map((seat) => (
              <RemovedRow key={seat.id} seat={seat} onReadmit={() => onReadmit(seat.id)} />
            ))}
          </ul>
        </PeopleSection>
      ) : null}
      {abilities.canModerate ? (
        <Button size="sm" variant="ghost" icon={<UserPlus />} onClick={onAddAssistant} className="mx-4 my-2">
          {t('askForHelp')}
        </Button>
      ) : null}
    </>
  )
}

function Missing({ seats, mayRemind }: { seats: Seat[]; mayRemind: boolean }) {
  const t = useTranslations('room.people')
  const roster = useTranslations('moderation.roster')
  const reminder = useReminder()
  // Students who attend in person need no reminder to join.
  const online = seats.filter(({ kind }) => kind === 'online').length
  return (
    <PeopleSection title={t('missing')} count={seats.length}>
      <ul>
        {seats.map((seat) => (
          <MissingRow key={seat.id} seat={seat} mayRemind={mayRemind} />
        ))}
      </ul>
      {mayRemind && online > 0 ? (
        <div className="flex flex-col gap-2 px-4 py-2">
          <Button
            size="sm"
            busy={reminder.busy}
            busyLabel={roster('reminding')}
            onClick={() => reminder.send()}
            className="self-start"
          >
            {roster('remindAll', { count: online })}
          </Button>
          <ReminderResult reminder={reminder} />
        </div>
      ) : null}
    </PeopleSection>
  )
}

/** Missing person with their state and a button that sends a reminder. */
function MissingRow({ seat, mayRemind }: { seat: Seat; mayRemind: boolean }) {
  const t = useTranslations('moderation.roster')
  const reminder = useReminder()
  return (
    <li className="flex flex-col px-4 py-1">
      <div className="flex min-h-8 items-center gap-2.5 text-text-2">
        <Avatar id={seat.id} name={seat.name} size="sm" className="opacity-60" />
        <span className="min-w-0 flex-1 leading-tight">
          <span className="block truncate">{seat.name}</span>
          {seat.email ? <span className="block truncate text-xs text-text-3">{seat.email}</span> : null}
          <span className="block text-xs text-text-3">{t(`states.${seat.state}`)}</span>
        </span>
        {mayRemind && seat.kind === 'online' ? (
          <Button
            size="sm"
            variant="ghost"
            aria-label={t('remindNamed', { name: seat.name })}
            busy={reminder.busy}
            busyLabel={t('reminding')}
            onClick={() => reminder.send(seat.id)}
          >
            {t('remind')}
          </Button>
        ) : null}
      </div>
      <ReminderResult reminder={reminder} />
    </li>
  )
}

function useReminder() {
  const { run, busy, failure } = useAttempt(useRoomApi().sendReminder)
  const [wasSent, setSent] = useState(false)
  return {
    busy,
    failure,
    isDone: wasSent && !busy && !failure,
    send: (userId?: string) => void run(userId).then(() => setSent(true)),
  }
}

function ReminderResult({ reminder: { failure, isDone } }: { reminder: ReturnType<typeof useReminder> }) {
  const t = useTranslations('moderation.roster')
  return (
    <>
      <Failure failure={failure} />
      <p role="status" className="text-sm text-text-2 empty:hidden">
        {isDone ? t('reminded') : null}
      </p>
    </>
  )
}

function RemovedRow({ seat, onReadmit }: { seat: Seat; onReadmit: () => Promise<void> }) {
  const t = useTranslations('room.people')
  const { run, busy, failure } = useAttempt(onReadmit)
  return (
    <li className="flex flex-col gap-1 px-4 py-1">
      <div className="flex items-center gap-2.5">
        <Avatar id={seat.id} name={seat.name} size="sm" className="opacity-60" />
        <span className="min-w-0 flex-1 leading-tight">
          <span className="block truncate">{seat.name}</span>
          {seat.email ? <span className="block truncate text-xs text-text-3">{seat.email}</span> : null}
        </span>
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
      <Failure failure={failure} />
    </li>
  )
}
