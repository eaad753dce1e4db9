'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { isCurrentLink } from './is-current-link.ts'

/** A link that marks itself as current if its page, or one below it, is shown. */
export function NavLink({
  href,
  label,
  className,
  children,
}: {
  href: string
  /** The accessible name, if it says more than the visible text. */
  label?: string
  className: string
  children: ReactNode
}) {
  const path = usePathname()
  return (
    <Link
      href={href}
      aria-label={label}
      aria-current={isCurrentLink(href, path) ? 'page' : undefined}
      className={className}
    >
      {children}
    </Link>
  )
}
