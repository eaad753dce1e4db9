import { CalendarX, Check } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LiveDot } from '#components/ui/badge.tsx'
import { classes } from '#components/ui/classes.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import type { SessionStatus } from '#lib/sessions/policy.ts'
import { formatTime, formatTimeRange } from '#lib/time/format.ts'
import { classColour } from './class-colour.ts'

type SessionBlockProps = {
  session: ClassSession
  zone: string
  /** How many minutes long it is drawn: what is short has room for two lines only. */
  minutes: number
  /** It shares its width with others. */
  narrow: boolean
}

/** A session in the time grid, as long as it lasts. */
export function SessionBlock({ session, zone, minutes, narrow }: SessionBlockProps) {
  const common = useTranslations('common.status')
  const { status } = session
  return (
    <Link
      href={`/sessions/${session.id}`}
      prefetch={false}
      className={classes(
        'relative flex h-full flex-col overflow-hidden rounded-[8px] pr-1 pl-2.5 text-xs',
        'before:absolute before:inset-y-1 before:left-0.75 before:w-0.75 before:rounded-[2px]',
        'hover:z-1 hover:shadow-2 focus-visible:z-1 focus-visible:-outline-offset-1',
        minutes < 45 ? 'py-0.5' : 'py-1.25',
        looks[status],
      )}
      style={{ '--class': classColour(session.classId) }}
    >
      <span className={classes('flex flex-none items-center gap-1 [&_svg]:size-3.5', times[status])}>
        {icons[status]}
        <span className="tabular-nums" aria-hidden="true">
          {formatTime(session.startsAt, zone)}
        </span>
        <span className="sr-only">{formatTimeRange(session.startsAt, session.endsAt, zone)}</span>
        {minutes < 45 ? <Title session={session} lines="truncate" /> : null}
      </span>
      {minutes < 45 ? null : (
        <Title
          session={session}
          lines={minutes < 75 ? 'truncate' : classes('line-clamp-2', narrow && 'tracking-[-.03em]')}
        />
      )}
      <span className={minutes < 70 ? 'sr-only' : 'truncate text-text-2'}>{session.trainer.name}</span>
      <span className="sr-only">{common(status)}</span>
    </Link>
  )
}

function Title({ session, lines }: { session: ClassSession; lines: string }) {
  return (
    <b className={classes('min-w-0 flex-none font-semibold', lines, titles[session.status])}>
      {session.classTitle}
    </b>
  )
}

const looks: Record<SessionStatus, string> = {
  scheduled: 'bg-[color-mix(in_oklab,var(--class)_11%,var(--surface))] before:bg-(--class)',
  in_progress: 'bg-primary-soft ring-[1.5px] ring-primary ring-inset before:bg-(--class)',
  completed: 'bg-sunken before:bg-border-strong',
  cancelled: 'bg-surface ring-1 ring-border-strong ring-inset before:bg-bad',
}

const times: Record<SessionStatus, string> = {
  scheduled: 'text-text-2',
  in_progress: 'font-semibold text-primary-text',
  completed: 'text-text-2',
  cancelled: 'text-bad-text',
}

const titles: Record<SessionStatus, string> = {
  scheduled: 'text-text',
  in_progress: 'text-text',
  completed: 'font-[550] text-text-2',
  cancelled: 'text-text-2 line-through',
}

const icons = {
  scheduled: null,
  in_progress: <LiveDot />,
  completed: <Check />,
  cancelled: <CalendarX />,
}
