import { CalendarX, Check, CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LiveDot } from '#components/ui/badge.tsx'
import { classes } from '#components/ui/classes.ts'
import { MINUTES_PER_DAY } from '#lib/kernel/durations.ts'
import type { SessionStatus } from '#lib/kernel/enums.ts'
import type { Block, ClockSpan } from './block.ts'
import type { Conflict } from './find-conflicts.ts'
import { minutesOf } from './split-by-day.ts'

type BlockContentProps = {
  block: Block
  /** The drawn time, which differs from the planned one during a drag. */
  span: ClockSpan
  conflicts: Conflict[]
}

/** The text of a session in the time grid; short sessions have room for two lines only. */
export function BlockContent({ block, span, conflicts }: BlockContentProps) {
  const t = useTranslations('schedule')
  const common = useTranslations('common.status')
  const { status } = block
  const minutes = minutesBetween(span)
  const start = span.start.slice(11)
  const taken = conflicts.length > 0
  return (
    <span className={classes('flex h-full flex-col pr-1 pl-2.5', minutes < 45 ? 'py-0.5' : 'py-1.25')}>
      <span
        className={classes(
          'flex flex-none gap-1 [&_svg]:size-3.5 [&_svg]:flex-none',
          taken ? 'items-start font-semibold text-bad-text' : classes('items-center', times[status]),
        )}
      >
        {taken ? <CircleAlert /> : icons[status]}
        <span
          className={classes('tabular-nums', taken ? 'line-clamp-2' : 'truncate')}
          aria-hidden={taken ? undefined : true}
        >
          {taken
            ? conflicts.map((conflict) => t(`conflict.${conflict.kind}`, { start, ...conflict })).join('. ')
            : start}
          {!taken && block.classTime && !moved(block, span) ? (
            <span className="text-text-2"> · {block.classTime}</span>
          ) : null}
        </span>
        <span className="sr-only">{block.classTime ? `${block.time}, ${block.classTime}` : block.time}</span>
        {minutes < 45 ? <Title block={block} lines="truncate" /> : null}
      </span>
      {minutes < 45 ? null : <Title block={block} lines={minutes < 90 ? 'truncate' : 'line-clamp-2'} />}
      <span className={minutes < 70 ? 'sr-only' : 'truncate text-text-2'}>{block.trainer.name}</span>
      <span className="sr-only">{common(status)}</span>
    </span>
  )
}

function Title({ block, lines }: { block: Block; lines: string }) {
  return (
    <b className={classes('min-w-0 flex-none font-semibold', lines, titles[block.status])}>{block.title}</b>
  )
}

function minutesBetween({ start, end }: ClockSpan): number {
  const days = start.slice(0, 10) === end.slice(0, 10) ? 0 : MINUTES_PER_DAY
  return days + minutesOf(end.slice(11)) - minutesOf(start.slice(11))
}

function moved(block: Block, { start }: ClockSpan): boolean {
  return block.start !== start
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
