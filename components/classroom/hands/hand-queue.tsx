import { MapPin, Monitor, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import NamesakeEmail from '#components/classroom/room-state/namesake-email.tsx'
import { useRoomApi } from '#components/classroom/room-state/room-services.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useNow } from '#components/ui/use-now.ts'
import type { Hand } from '#lib/classroom/room/api.ts'

type HandQueueProps = { hands: Hand[]; me: string; canManageHands: boolean }

/** One queue of raised hands, online and in person. Moderators grant the floor and lower hands. */
export function HandQueue({ hands, me, canManageHands }: HandQueueProps) {
  const api = useRoomApi()
  const grant = useAttempt(api.grantFloor)
  const lower = useAttempt(api.lowerHand)
  return (
    <>
      <ol>
        {hands.map((hand, index) => (
          <HandRow
            key={hand.userId}
            hand={hand}
            position={index + 1}
            onGrantFloor={canManageHands ? () => void grant.run(hand.userId) : null}
            onLower={canManageHands || hand.userId === me ? () => void lower.run(hand.userId) : null}
          />
        ))}
      </ol>
      <div className="px-4 empty:hidden">
        <Failure failure={grant.failure ?? lower.failure} />
      </div>
    </>
  )
}

type HandRowProps = {
  hand: Hand
  position: number
  onGrantFloor: (() => void) | null
  onLower: (() => void) | null
}

function HandRow({ hand: { userId, name, seatKind, since }, position, onGrantFloor, onLower }: HandRowProps) {
  const t = useTranslations('moderation.hands')
  const now = useNow(since, 5_000)
  const isInPerson = seatKind === 'in_person'
  const time = minutesAndSeconds(now - Date.parse(since))
  return (
    <li className="flex min-h-12 items-center gap-3 py-1 pr-2 pl-4">
      <span
        aria-hidden="true"
        className="grid size-5 flex-none place-items-center rounded-[6px] bg-text text-xs font-semibold text-surface tabular-nums"
      >
        {position}
      </span>
      <span className="min-w-0 flex-1 leading-tight">
        <span className="flex items-baseline gap-2">
          <span className="truncate font-medium">{name}</span>
          <NamesakeEmail userId={userId} />
        </span>
        <span className="flex items-center gap-1.25 text-xs text-text-2 tabular-nums [&>svg]:size-3.25">
          {isInPerson ? <MapPin aria-hidden="true" /> : <Monitor aria-hidden="true" />}
          {isInPerson ? t('in_person', { time }) : t('online', { time })}
        </span>
      </span>
      {onGrantFloor ? (
        <Button size="sm" aria-label={t('letSpeakNamed', { name })} onClick={onGrantFloor}>
          {t('letSpeak')}
        </Button>
      ) : null}
      {onLower ? <IconButton label={t('lowerNamed', { name })} icon={<X />} onClick={onLower} /> : null}
    </li>
  )
}

function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 5_000) * 5)
  return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`
}
