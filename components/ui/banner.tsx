import type { ReactNode } from 'react'
import { classes } from './classes.ts'

type BannerProps = {
  /** `warning`: something waits or is degraded; `failure`: something was not done. */
  tone?: 'warning' | 'failure' | 'info' | 'ok'
  icon: ReactNode
  /** A small button. */
  action?: ReactNode
  children: ReactNode
}

/** A message with an action. Screen readers announce a failure at once, others at the next pause. */
export function Banner({ tone = 'warning', icon, action, children }: BannerProps) {
  return (
    <div
      role={tone === 'failure' ? 'alert' : 'status'}
      className={classes(
        'flex min-h-11 items-center gap-3 rounded-[12px] py-1.5 pr-2 pl-4 [&>svg]:size-4.5 [&>svg]:flex-none [&>svg]:stroke-[1.75]',
        tones[tone],
      )}
    >
      {icon}
      <span className="min-w-0 flex-1 py-1">{children}</span>
      {action}
    </div>
  )
}

const tones = {
  warning: 'bg-late-soft [&>svg]:text-late-text',
  failure: 'bg-bad-soft [&>svg]:text-bad-text',
  info: 'bg-info-soft [&>svg]:text-info-text',
  ok: 'bg-ok-soft [&>svg]:text-ok-text',
}
