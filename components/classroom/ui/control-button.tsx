import type { ComponentProps, ReactNode } from 'react'
import { classes } from '#components/ui/classes.ts'

type ControlButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: ReactNode
  /** A verb. */
  label: string
  /** Ink if something is on, rose if a local device is off, the caravan's own colour for a raised hand. */
  tone?: 'plain' | 'on' | 'off' | 'raised'
  /** Highlighted count on the button. */
  badge?: number | undefined
  /** Content right beside the icon, such as the device menu. */
  beside?: ReactNode
}

/** Control of the room: an icon and its verb. */
export function ControlButton({
  icon,
  label,
  tone = 'plain',
  beside,
  badge,
  className,
  ...props
}: ControlButtonProps) {
  return (
    <div className={classes('relative flex min-w-0 flex-col items-center', className)}>
      <div className="relative flex">
        <button
          type="button"
          aria-label={label}
          // A mouse press leaves the focus where it is, so that Space stays "hold to talk".
          onMouseDown={(event) => event.preventDefault()}
          {...props}
          className={classes(
            'grid h-11 w-15 place-items-center border transition-colors duration-120 md:h-9.5 md:w-12 md:pointer-coarse:h-11 [&_svg]:size-5.5 [&_svg]:stroke-[1.75]',
            beside ? 'rounded-[12px] md:w-11 md:rounded-r-none md:border-r-0' : 'rounded-[12px]',
            tones[tone],
            'disabled:opacity-50',
          )}
        >
          {icon}
        </button>
        {beside}
        {badge ? (
          <span
            aria-hidden="true"
            className="absolute -top-1.5 right-0 grid h-5 min-w-5 place-items-center rounded-full bg-primary px-1 text-xs font-semibold text-on-primary tabular-nums"
          >
            {badge}
          </span>
        ) : null}
      </div>
      <span
        aria-hidden="true"
        className={classes(
          'mt-1 max-w-full truncate text-xs font-medium',
          tone === 'on' ? 'text-text' : 'text-text-2',
        )}
      >
        {label}
      </span>
    </div>
  )
}

const tones = {
  plain: 'border-border bg-surface text-text hover:bg-hover',
  on: 'border-text bg-text text-surface',
  off: 'border-transparent bg-bad-soft text-bad-text',
  raised: 'border-transparent bg-primary text-on-primary',
}
