import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { NoticeBell } from '#components/notices/notice-bell.tsx'
import { Brand } from '#components/ui/brand.tsx'
import { classes } from '#components/ui/classes.ts'
import { NavLink } from '#components/ui/nav-link.tsx'
import { type Destination, shownAndMore } from './destinations.tsx'
import { MoreDestinations } from './more-destinations.tsx'

type TopBarProps = { destinations: Destination[]; now?: ReactNode; menu: ReactNode; className?: string }

/** The brand, the navigation (from 720 px on), the time in the viewer's zone, notices, and the user menu. */
export function TopBar({ destinations, now, menu, className }: TopBarProps) {
  const t = useTranslations('shell')
  const { shown, more } = shownAndMore(destinations)
  return (
    <header className={classes('flex h-16 flex-none items-center gap-3 px-4 sm:gap-8 sm:px-8', className)}>
      <Link href="/" className="flex rounded-control">
        <Brand />
      </Link>
      <nav aria-label={t('main')} className="hidden gap-1 sm:flex">
        {shown.map(({ href, label }) => (
          <NavLink key={href} href={href} className={linkStyles}>
            {label}
          </NavLink>
        ))}
        {more.length > 0 ? <MoreDestinations destinations={more} className={linkStyles} /> : null}
      </nav>
      <div className="ml-auto flex items-center gap-4">
        {now ? <span className="hidden text-sm text-text-2 tabular-nums sm:block">{now}</span> : null}
        <div className="flex items-center gap-2">
          <NoticeBell />
          {menu}
        </div>
      </div>
    </header>
  )
}

const linkStyles =
  'inline-flex h-9 items-center gap-1.5 rounded-[8px] px-3 font-medium text-text-2 hover:bg-hover aria-[current]:bg-active aria-[current]:text-text pointer-coarse:min-h-11 [&_svg]:size-4.5'
