import type { ComponentProps, ReactNode } from 'react'
import { type ButtonStyle, buttonStyles } from './button-styles.ts'
import { classes } from './classes.ts'

type ButtonAnchorProps = ButtonStyle & { icon?: ReactNode } & ComponentProps<'a'>

/** A link that looks like a button. The page it leads to is loaded anew: nothing of this one stays behind. */
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
