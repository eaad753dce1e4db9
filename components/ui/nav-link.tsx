'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { isCurrentLink } from './is-current-link.ts'

/** A link that knows whether its page, or one below it, is shown. */
export function NavLink({
  href,
  label,
  className,
  children,
}: {
  href: string
  /** For people who do not see what it shows, where that says more than its words. */
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
