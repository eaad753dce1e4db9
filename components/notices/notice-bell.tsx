'use client'

import { Bell } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { NavLink } from '#components/ui/nav-link.tsx'
import { useUnread } from './unread-notices.tsx'

/** A link to the viewer's notices in the top bar; a dot marks unread ones. */
export function NoticeBell() {
  const t = useTranslations('shell')
  const unread = useUnread()
  return (
    <NavLink
      href="/notices"
      label={t('bell', { count: unread })}
      className="relative grid size-9 place-items-center rounded-[8px] text-text-2 hover:bg-hover hover:text-text aria-[current]:bg-active aria-[current]:text-text pointer-coarse:size-11 [&_svg]:size-4.75 [&_svg]:stroke-[1.75]"
    >
      <Bell aria-hidden="true" />
      {unread > 0 ? (
        <span
          aria-hidden="true"
          className="absolute top-1.5 right-1.5 size-2.25 rounded-full bg-primary ring-2 ring-canvas"
        />
      ) : null}
    </NavLink>
  )
}

/** The same in the side bar, with the number of unread notices. */
export function NoticeEntry({ className }: { className: string }) {
  const t = useTranslations('shell')
  const unread = useUnread()
  return (
    <NavLink href="/notices" label={t('bell', { count: unread })} className={className}>
      <Bell aria-hidden="true" />
      <span className="flex-1">{t('notices')}</span>
      {unread > 0 ? (
        // The label has the same in words.
        <span
          aria-hidden="true"
          data-count={unread}
          className="text-xs font-[550] text-primary-text tabular-nums after:content-[attr(data-count)]"
        />
      ) : null}
    </NavLink>
  )
}
