import { CalendarClock, DoorOpen, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useHeadcount } from '#components/classroom/livekit/people.ts'
import { useRoomState } from '#components/classroom/room-state/room-services.ts'
import { firstName } from '#components/classroom/ui/first-name.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'

/** Overlay on the stage for participants who are inside before a trainer has joined. */
export function ClassNotStarted({ session, viewer }: { session: SessionDetail; viewer: Viewer }) {
  const t = useTranslations('moderation.notStarted')
  const classStarted = useRoomState((state) => state.classStarted, true)
  const people = useHeadcount()
  if (classStarted || viewer.role === 'TRAINER') return null
  const time = formatZonedTime(session.startsAt, viewer.zone)
  return (
    <div
      role="status"
      data-theme="dark"
      className="absolute inset-0 z-10 grid place-content-center justify-items-center gap-2 rounded-[16px] bg-night p-6 text-center"
    >
      <DoorOpen aria-hidden="true" className="size-8 stroke-[1.5] text-text-2" />
      <p className="text-h2">{t('title')}</p>
      <p className="max-w-110 text-text-2">{t('text', { trainer: firstName(session.trainer.name) })}</p>
      <ul className="mt-2 grid gap-1 text-sm text-text-2 tabular-nums [&_svg]:size-4">
        <li className="flex items-center justify-center gap-2">
          <Users aria-hidden="true" />
          {t('here', { count: people })}
        </li>
        <li className="flex items-center justify-center gap-2">
          <CalendarClock aria-hidden="true" />
          {t('planned', { time })}
        </li>
      </ul>
    </div>
  )
}
