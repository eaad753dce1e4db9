import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { type ButtonStyle, buttonStyles } from './button-styles.ts'
import { classes } from './classes.ts'
import { Spinner } from './spinner.tsx'

type ButtonProps = ButtonStyle &
  ComponentProps<'button'> & {
    /** An icon before the text, from lucide-react. */
    icon?: ReactNode
    /** An action is running: the button ignores further presses, keeps its width, and shows `busyLabel`. */
    busy?: boolean
    busyLabel?: string
  }

export function Button({
  variant,
  size,
  block,
  icon,
  busy = false,
  busyLabel,
  className,
  children,
  ...props
}: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      onClick={busy ? ignore : props.onClick}
      aria-busy={busy || undefined}
      aria-disabled={busy || props['aria-disabled']}
      className={classes(buttonStyles({ variant, size, block }), className)}
    >
      <span
        className={classes('col-start-1 row-start-1 inline-flex items-center gap-2', busy && 'invisible')}
      >
        {icon}
        {children}
      </span>
      {busyLabel !== undefined || busy ? (
        <span
          className={classes('col-start-1 row-start-1 inline-flex items-center gap-2', !busy && 'invisible')}
        >
          {/* A hidden spinner that turns would still make the browser draw frame after frame. */}
          <Spinner turns={busy} />
          {busyLabel ?? children}
        </span>
      ) : null}
    </button>
  )
}

function ignore(event: MouseEvent) {
  event.preventDefault()
}
