import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { NoticeEntry } from '#components/notices/notice-bell.tsx'
import { Brand } from '#components/ui/brand.tsx'
import { NavLink } from '#components/ui/nav-link.tsx'
import type { Destination } from './destinations.tsx'

/** The navigation of trainers and admins, next to the sheet. */
export function SideBar({ destinations, menu }: { destinations: Destination[]; menu: ReactNode }) {
  const t = useTranslations('shell')
  return (
    <header className="sticky top-0 hidden h-dvh w-56 flex-none flex-col px-3 py-4 lg:flex">
      <Link href="/" className="mx-2 mt-1 mb-5 flex self-start rounded-control">
        <Brand />
      </Link>
      <nav aria-label={t('main')} className="flex flex-col gap-0.5">
        {destinations.map(({ href, label, icon, note }) => (
          <NavLink key={href} href={href} className={entryStyles}>
            {icon}
            <span className="flex-1">{label}</span>
            {note ? <span className="text-xs font-[550] text-primary-text tabular-nums">{note}</span> : null}
          </NavLink>
        ))}
        <NoticeEntry className={entryStyles} />
      </nav>
      <div className="mt-auto">{menu}</div>
    </header>
  )
}

const entryStyles =
  'group flex h-9 items-center gap-2.5 rounded-[8px] px-2.5 font-medium text-text-2 hover:bg-hover hover:text-text aria-[current]:bg-active aria-[current]:text-text pointer-coarse:min-h-11 [&_svg]:size-4.5 [&_svg]:stroke-[1.75] [&_svg]:text-text-3 aria-[current]:[&_svg]:text-text'
