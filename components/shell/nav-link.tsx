'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** Above other places, which are not parts of them. */
const HOMES = ['/student', '/trainer']

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
  const current = path === href || (path.startsWith(`${href}/`) && !HOMES.includes(href))
  return (
    <Link href={href} aria-label={label} aria-current={current ? 'page' : undefined} className={className}>
      {children}
    </Link>
  )
}
