import { classes } from '#components/ui/classes.ts'
import type { SessionStatus } from '#lib/kernel/enums.ts'

const frame = classes(
  'relative h-full overflow-hidden rounded-[8px] text-xs text-text no-underline',
  'before:absolute before:inset-y-1 before:left-0.75 before:w-0.75 before:rounded-[2px]',
  'hover:shadow-2 focus-visible:-outline-offset-1',
)

const looks: Record<SessionStatus, string> = {
  scheduled: 'bg-[color-mix(in_oklab,var(--fc-event-color)_11%,var(--surface))] before:bg-(--fc-event-color)',
  in_progress: 'bg-primary-soft ring-[1.5px] ring-primary ring-inset before:bg-(--fc-event-color)',
  completed: 'bg-sunken before:bg-border-strong',
  cancelled: 'bg-surface ring-1 ring-border-strong ring-inset before:bg-bad',
}

type BlockState = {
  status: SessionStatus
  /** Its drawer is open. */
  open: boolean
  /** The session is being dragged. */
  isDragged: boolean
  /** The session collides with another at this time. */
  collides: boolean
}

/** The styles of a session in the time grid. The colour of its class is `--fc-event-color`. */
export function blockStyles({ status, open, isDragged: held, collides }: BlockState): string {
  if (collides) return classes(frame, 'bg-surface shadow-3 ring-2 ring-bad ring-inset before:bg-bad')
  return classes(frame, looks[status], held && 'shadow-3', (open || held) && 'ring-2 ring-text ring-inset')
}
