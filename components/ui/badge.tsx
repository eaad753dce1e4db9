import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type BadgeTone = 'info' | 'live' | 'neutral' | 'outlined-bad' | 'ok' | 'late' | 'early' | 'bad'

type BadgeProps = { tone: BadgeTone; icon: ReactNode; children: ReactNode; className?: string }

/** A badge with colour, icon and word together, never colour alone. */
export function Badge({ tone, icon, children, className }: BadgeProps) {
  return (
    <span
      className={classes(
        'inline-flex h-5.5 flex-none items-center gap-1.25 rounded-full pr-2 pl-1.5 text-xs font-[550] whitespace-nowrap',
        '[&_svg]:size-3.25 [&_svg]:stroke-[2.25]',
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  )
}

/** A dot that marks live sessions. */
export function LiveDot({ pulses = true }: { pulses?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className="relative m-0.75 inline-block size-1.75 flex-none rounded-full bg-current"
    >
      <span
        className={classes(
          'absolute -inset-0.75 rounded-full border-[1.5px] border-current opacity-50',
          pulses && 'animate-pulse-ring motion-reduce:animate-none',
        )}
      />
    </span>
  )
}

const tones: Record<BadgeTone, string> = {
  info: 'bg-info-soft text-info-text',
  live: 'bg-primary text-on-primary',
  neutral: 'bg-excused-soft text-excused-text',
  'outlined-bad': 'text-bad-text ring-1 ring-bad ring-inset',
  ok: 'bg-ok-soft text-ok-text',
  late: 'bg-late-soft text-late-text',
  early: 'bg-early-soft text-early-text',
  bad: 'bg-bad-soft text-bad-text',
}
