import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { UnreadNotices } from '#components/notices/unread-notices.tsx'
import { Clock } from '#components/schedule/clock.tsx'
import type { Actor } from '#lib/context/actor.ts'
import { zoneName } from '#lib/time/format.ts'
import { useAccountDestination, useDestinations } from './destinations.tsx'
import { StaffShell } from './staff-shell.tsx'
import { StudentShell } from './student-shell.tsx'
import { UserMenu } from './user-menu.tsx'

type ShellProps = {
  actor: Pick<Actor, 'id' | 'name' | 'role'>
  /** The time zone of all times shown, and the server's time, ISO. */
  zone: string
  now: string
  live: number
  /** The number of unread notices. */
  unread: number
  children: ReactNode
}

/** The frame of every page for signed-in users. */
export function Shell({ actor, zone, now, live, unread, children }: ShellProps) {
  const t = useTranslations('shell')
  const destinations = useDestinations(actor.role, live)
  const account = useAccountDestination()
  const shortZone = zoneName(now, zone)
  const person = { id: actor.id, name: actor.name, role: actor.role }
  return (
    <UnreadNotices count={unread}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-surface px-4 py-2 font-medium focus-visible:translate-y-0 focus-visible:shadow-3"
      >
        {t('skip')}
      </a>
      {actor.role === 'STUDENT' ? (
        <StudentShell
          destinations={destinations}
          account={account}
          now={<Clock now={now} zone={zone} show="shortDay" />}
          menu={<UserMenu person={person} zone={shortZone} />}
        >
          {children}
        </StudentShell>
      ) : (
        <StaffShell
          destinations={destinations}
          account={account}
          sideMenu={<UserMenu person={person} zone={shortZone} wide />}
          topMenu={<UserMenu person={person} zone={shortZone} />}
        >
          {children}
        </StaffShell>
      )}
    </UnreadNotices>
  )
}
