import { classes } from './classes.ts'

type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'danger-quiet'
type ButtonSize = 'sm' | 'md' | 'lg'

export type ButtonStyle = {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Fills the width of its container. */
  block?: boolean
}

/** The styles of a button, for any element. */
export function buttonStyles({ variant = 'secondary', size = 'md', block }: ButtonStyle): string {
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
