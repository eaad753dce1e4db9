import type { ComponentProps, ReactNode } from 'react'
import { classes } from '#components/ui/classes.ts'

type ControlButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: ReactNode
  /** A verb. */
  label: string
  /** Ink where something is on, rose where one's own device is off. */
  tone?: 'plain' | 'on' | 'off'
  /** What stands right beside the icon, such as the choice of devices. */
  beside?: ReactNode
}

/** A control of the room: a sign and its verb. */
export function ControlButton({
  icon,
  label,
  tone = 'plain',
  beside,
  className,
  ...props
}: ControlButtonProps) {
  return (
    <div className={classes('relative flex min-w-0 flex-col items-center', className)}>
      <div className="flex">
        <button
          type="button"
          aria-label={label}
          // A press of the mouse leaves the focus where it is, so that Space goes on being "hold to talk".
          onMouseDown={(event) => event.preventDefault()}
          {...props}
          className={classes(
            'grid h-11 w-15 place-items-center border transition-colors duration-120 md:h-9.5 md:w-12 md:pointer-coarse:h-11 [&_svg]:size-5.5 [&_svg]:stroke-[1.75]',
            beside ? 'rounded-[12px] md:w-11 md:rounded-r-none md:border-r-0' : 'rounded-[12px]',
            tones[tone],
          )}
        >
          {icon}
        </button>
        {beside}
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
}
