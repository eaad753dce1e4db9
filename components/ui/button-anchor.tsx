import type { ComponentProps, ReactNode } from 'react'
import { type ButtonStyle, buttonStyles } from './button-styles.ts'
import { classes } from './classes.ts'

type ButtonAnchorProps = ButtonStyle & { icon?: ReactNode } & ComponentProps<'a'>

/** A link that looks like a button. It loads its page from scratch: no state of this page remains. */
export function ButtonAnchor({
  variant,
  size,
  block,
  icon,
  className,
  children,
  ...props
}: ButtonAnchorProps) {
  return (
    <a {...props} className={classes(buttonStyles({ variant, size, block }), className)}>
      <span className="inline-flex items-center gap-2">
        {icon}
        {children}
      </span>
    </a>
  )
}
