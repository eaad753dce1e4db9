import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonStyle, buttonStyles } from './button-styles.ts'
import { classes } from './classes.ts'
import { LinkIcon } from './link-icon.tsx'

type ButtonLinkProps = ButtonStyle & { icon?: ReactNode } & ComponentProps<typeof Link>

/** A link that looks like a button: it navigates and changes nothing. */
export function ButtonLink({ variant, size, block, icon, className, children, ...props }: ButtonLinkProps) {
  return (
    <Link {...props} className={classes(buttonStyles({ variant, size, block }), className)}>
      <span className="inline-flex items-center gap-2">
        <LinkIcon icon={icon} />
        {children}
      </span>
    </Link>
  )
}
