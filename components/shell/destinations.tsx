import { BookOpen, CalendarDays, History, House, Mail, MapPin, Sun, UserRound, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Role } from '#lib/kernel/enums.ts'

export type Destination = { href: string; label: string; icon: ReactNode; note?: string }

/** The navigation of a role. `live` is the number of running sessions, shown next to the schedule. */
export function useDestinations(role: Role, live = 0): Destination[] {
  const t = useTranslations('shell')
  const note = live > 0 ? t('live', { count: live }) : undefined
  switch (role) {
    case 'STUDENT':
      return [
        { href: '/student', label: t('home'), icon: <House /> },
        { href: '/student/schedule', label: t('schedule'), icon: <CalendarDays /> },
      ]
    case 'TRAINER':
      return [
        { href: '/trainer', label: t('today'), icon: <Sun />, note },
        { href: '/trainer/schedule', label: t('schedule'), icon: <CalendarDays /> },
      ]
    case 'ADMIN':
      return [
        { href: '/admin/schedule', label: t('schedule'), icon: <CalendarDays />, note },
        { href: '/admin/classes', label: t('classes'), icon: <BookOpen /> },
        { href: '/admin/people', label: t('people'), icon: <Users /> },
        { href: '/admin/locations', label: t('locations'), icon: <MapPin /> },
        { href: '/admin/audit', label: t('audit'), icon: <History /> },
        { href: '/admin/mailbox', label: t('mailbox'), icon: <Mail /> },
      ]
  }
}

const MOST = 4

/** The destinations that are shown where there is little room, and those in the "More" menu. */
export function shownAndMore(destinations: Destination[]): { shown: Destination[]; more: Destination[] } {
  const count = destinations.length > MOST ? MOST - 1 : destinations.length
  return { shown: destinations.slice(0, count), more: destinations.slice(count) }
}

/** On phones the account is one of the destinations. */
export function useAccountDestination(): Destination {
  const t = useTranslations('shell')
  return { href: '/account', label: t('account'), icon: <UserRound /> }
}
