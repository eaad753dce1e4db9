import { useTranslations } from 'next-intl'
import { NavLink } from '#components/ui/nav-link.tsx'
import { type Destination, shownAndMore } from './destinations.tsx'
import { MoreDestinations } from './more-destinations.tsx'

/** The main navigation on phones, at the bottom. */
export function BottomTabs({ destinations }: { destinations: Destination[] }) {
  const t = useTranslations('shell')
  const { shown, more } = shownAndMore(destinations)
  return (
    <nav
      aria-label={t('main')}
      className="sticky bottom-0 z-20 mt-auto flex border-t bg-surface px-1 pt-1.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] sm:hidden"
    >
      {shown.map(({ href, label, icon }) => (
        <NavLink key={href} href={href} className={tabStyles}>
          {icon}
          {label}
        </NavLink>
      ))}
      {more.length > 0 ? <MoreDestinations destinations={more} className={tabStyles} /> : null}
    </nav>
  )
}

const tabStyles =
  'flex min-h-11 flex-1 flex-col items-center justify-center gap-0.75 rounded-control text-xs font-medium text-text-2 aria-[current]:text-text [&_svg]:size-5.5 [&_svg]:stroke-[1.75]'
