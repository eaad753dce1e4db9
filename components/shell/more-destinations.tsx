'use client'

import { Ellipsis } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { isCurrentLink } from '#components/ui/is-current-link.ts'
import { Menu } from '#components/ui/menu.tsx'
import type { Destination } from './destinations.tsx'

/** The menu with the destinations for which there is no room. */
export function MoreDestinations({
  destinations,
  className,
}: {
  destinations: Destination[]
  className: string
}) {
  const t = useTranslations('shell')
  const path = usePathname()
  const current = destinations.some(({ href }) => isCurrentLink(href, path))
  return (
    <Menu
      label={t('more')}
      groups={[destinations]}
      trigger={(button) => (
        <button type="button" {...button} aria-current={current ? 'true' : undefined} className={className}>
          <Ellipsis />
          {t('more')}
        </button>
      )}
    />
  )
}
