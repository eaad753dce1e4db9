import type { ReactNode } from 'react'
import { classes } from '#components/ui/classes.ts'
import { formatTime } from '#lib/time/format.ts'

export type TimelineState = 'over' | 'live' | 'next' | 'later'

type TimelineRowProps = {
  state: TimelineState
  startsAt: string
  endsAt: string
  zone: string
  children: ReactNode
}

/** One entry of the day on the timeline: start and end, state and content. */
export function TimelineRow({ state, startsAt, endsAt, zone, children }: TimelineRowProps) {
  return (
    <li className={grid}>
      <div className="pt-3.75 text-right text-md font-[550] tabular-nums">
        {formatTime(startsAt, zone)}
        <span className="mt-0.25 block text-xs font-normal text-text-3">{formatTime(endsAt, zone)}</span>
      </div>
      <Rail>
        <i className={classes('absolute top-4.25 left-0.75 size-3.5 rounded-full border-2', dots[state])} />
      </Rail>
      <div className="min-w-0 pb-3.5">{children}</div>
    </li>
  )
}

/** The current time on the timeline. */
export function NowRow({ label, time }: { label: string; time: ReactNode }) {
  return (
    <li className={grid} aria-label={label}>
      <div className="self-center pb-3.5 text-right font-[550] text-primary-text tabular-nums">{time}</div>
      <Rail />
      <div className="relative mb-3.5 -ml-6.25 h-0.5 self-center rounded-sm bg-primary">
        <span className="absolute -top-1 -left-1 size-2.5 rounded-full bg-primary" />
      </div>
    </li>
  )
}

function Rail({ children }: { children?: ReactNode }) {
  return (
    <div
      aria-hidden="true"
      className="relative before:absolute before:top-0 before:bottom-0 before:left-2.25 before:w-0.5 before:bg-border group-first:before:top-6 group-last:before:bottom-auto group-last:before:h-6"
    >
      {children}
    </div>
  )
}

const grid =
  'group grid grid-cols-[3.25rem_1.25rem_minmax(0,1fr)] gap-3.5 max-sm:grid-cols-[2.75rem_1.25rem_minmax(0,1fr)] max-sm:gap-2'

const dots: Record<TimelineState, string> = {
  over: 'border-text-3 bg-text-3 shadow-[inset_0_0_0_2px_var(--surface)]',
  live: 'border-primary bg-primary shadow-[0_0_0_4px_var(--primary-soft)]',
  next: 'border-[3px] border-text bg-surface',
  later: 'border-border-strong bg-surface',
}
