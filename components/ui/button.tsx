import Link from 'next/link'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { classes } from './classes.ts'
import { Spinner } from './spinner.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'danger-quiet'
export type ButtonSize = 'sm' | 'md' | 'lg'

type Look = {
  variant?: ButtonVariant
  size?: ButtonSize
  /** As wide as its place. */
  block?: boolean
  /** Before the words, from lucide-react. */
  icon?: ReactNode
}

type ButtonProps = Look &
  ComponentProps<'button'> & {
    /** Something is under way: it takes no second press, keeps its width, and says `busyLabel`. */
    busy?: boolean
    busyLabel?: string
  }

export function Button({
  variant,
  size,
  block,
  icon,
  busy,
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
      className={classes(look({ variant, size, block }), className)}
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
          <Spinner />
          {busyLabel ?? children}
        </span>
      ) : null}
    </button>
  )
}

type ButtonLinkProps = Look & ComponentProps<typeof Link>

/** A link that looks like a button: it leads somewhere, and changes nothing. */
export function ButtonLink({ variant, size, block, icon, className, children, ...props }: ButtonLinkProps) {
  return (
    <Link {...props} className={classes(look({ variant, size, block }), className)}>
      <span className="inline-flex items-center gap-2">
        {icon}
        {children}
      </span>
    </Link>
  )
}

function ignore(event: MouseEvent) {
  event.preventDefault()
}

function look({ variant = 'secondary', size = 'md', block }: Look): string {
  return classes(
    'inline-grid place-items-center border font-[550] whitespace-nowrap transition-colors duration-120',
    'disabled:cursor-not-allowed disabled:border-transparent disabled:bg-sunken disabled:text-text-3 disabled:shadow-none',
    'pointer-coarse:min-h-11 [&_svg]:flex-none [&_svg]:stroke-[1.75]',
    variants[variant],
    sizes[size],
    block && 'w-full',
  )
}

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-primary text-on-primary shadow-1 hover:bg-primary-hover',
  secondary: 'border-border-strong bg-surface text-text shadow-1 hover:bg-hover',
  ghost: 'border-transparent text-text-2 hover:bg-hover hover:text-text',
  danger: 'border-transparent bg-bad text-on-bad hover:bg-bad-text',
  'danger-quiet': 'border-border-strong bg-surface text-bad-text hover:bg-bad-soft',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'h-8 rounded-[8px] px-2.75 text-sm [&_svg]:size-4',
  md: 'h-9.5 rounded-control px-3.5 text-md [&_svg]:size-4.5',
  lg: 'h-11.5 rounded-[12px] px-5 text-[0.9375rem] [&_svg]:size-4.5',
}
