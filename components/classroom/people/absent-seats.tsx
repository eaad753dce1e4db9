import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RoomActions } from '#components/classroom/connection/connection.ts'
import { useRoomApi } from '#components/classroom/room-state/class-context.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { Part } from '#components/classroom/ui/part.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import type { Abilities } from '#lib/sessions/policy.ts'
import { partSeats } from './order-people.ts'

type Seat = NonNullable<SessionDetail['seats']>[number]

type AbsentSeatsProps = {
  seats: Seat[]
  /** The ids of who is inside, or in the room. */
  inside: string[]
  abilities: Pick<Abilities, 'canAdmit' | 'canModerate'>
  onAskForHelp: () => void
  onLetIn: RoomActions['letInAgain']
}

/** Who is missing, with a nudge, who was removed, with the way back, and who could help. */
export default function AbsentSeats({ seats, inside, abilities, onAskForHelp, onLetIn }: AbsentSeatsProps) {
  const t = useTranslations('room.people')
  const { missing, removed } = partSeats(seats, inside)
  return (
    <>
      {missing.length > 0 ? <Missing seats={missing} mayNudge={abilities.canAdmit} /> : null}
      {removed.length > 0 ? (
        <Part title={t('removed')} count={removed.length}>
          <ul>
            {removed.map((seat) => (
              <RemovedRow key={seat.id} seat={seat} onLetIn={() => onLetIn(seat.id)} />
            ))}
          </ul>
        </Part>
      ) : null}
      {abilities.canModerate ? (
        <Button size="sm" variant="ghost" icon={<UserPlus />} onClick={onAskForHelp} className="mx-4 my-2">
          {t('askForHelp')}
        </Button>
      ) : null}
    </>
  )
}

function Missing({ seats, mayNudge }: { seats: Seat[]; mayNudge: boolean }) {
  const t = useTranslations('room.people')
  const order = useTranslations('order.roster')
  const nudge = useNudge()
  // Who sits in the room needs no reminder to join.
  const online = seats.filter(({ kind }) => kind === 'online').length
  return (
    <Part title={t('missing')} count={seats.length}>
      <ul>
        {seats.map((seat) => (
          <MissingRow key={seat.id} seat={seat} mayNudge={mayNudge} />
        ))}
      </ul>
      {mayNudge && online > 0 ? (
        <div className="flex flex-col gap-2 px-4 py-2">
          <Button
            size="sm"
            busy={nudge.busy}
            busyLabel={order('nudging')}
            onClick={() => nudge.give()}
            className="self-start"
          >
            {order('nudgeAll', { count: online })}
          </Button>
          <WhatCameOf nudge={nudge} />
        </div>
      ) : null}
    </Part>
  )
}

/** Somebody who is not inside, in which way, and a nudge for them. */
function MissingRow({ seat, mayNudge }: { seat: Seat; mayNudge: boolean }) {
  const t = useTranslations('order.roster')
  const nudge = useNudge()
  return (
    <li className="flex flex-col px-4 py-1">
      <div className="flex min-h-8 items-center gap-2.5 text-text-2">
        <Avatar id={seat.id} name={seat.name} size="sm" className="opacity-60" />
        <span className="min-w-0 flex-1 leading-tight">
          <span className="block truncate">{seat.name}</span>
          {seat.email ? <span className="block truncate text-xs text-text-3">{seat.email}</span> : null}
          <span className="block text-xs text-text-3">{t(`states.${seat.state}`)}</span>
        </span>
        {mayNudge && seat.kind === 'online' ? (
          <Button
            size="sm"
            variant="ghost"
            aria-label={t('nudgeNamed', { name: seat.name })}
            busy={nudge.busy}
            busyLabel={t('nudging')}
            onClick={() => nudge.give(seat.id)}
          >
            {t('nudge')}
          </Button>
        ) : null}
      </div>
      <WhatCameOf nudge={nudge} />
    </li>
  )
}

function useNudge() {
  const { run, busy, failure } = useAttempt(useRoomApi().nudge)
  const [wasGiven, setGiven] = useState(false)
  return {
    busy,
    failure,
    isDone: wasGiven && !busy && !failure,
    give: (userId?: string) => void run(userId).then(() => setGiven(true)),
  }
}

function WhatCameOf({ nudge: { failure, isDone } }: { nudge: ReturnType<typeof useNudge> }) {
  const t = useTranslations('order.roster')
  return (
    <>
      <Failure of={failure} />
      <p role="status" className="text-sm text-text-2 empty:hidden">
        {isDone ? t('nudged') : null}
      </p>
    </>
  )
}

function RemovedRow({ seat, onLetIn }: { seat: Seat; onLetIn: () => Promise<void> }) {
  const t = useTranslations('room.people')
  const { run, busy, failure } = useAttempt(onLetIn)
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
      <Failure of={failure} />
    </li>
  )
}
