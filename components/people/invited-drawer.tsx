import { CircleAlert, CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { z } from 'zod'
import { RoutedDrawer, useClose } from '#components/forms/routed-drawer.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { invitePeopleEndpoint } from '#lib/people/api.ts'
import { formatDay, formatZonedTime } from '#lib/time/format.ts'

export type Invited = z.input<typeof invitePeopleEndpoint.data>

type InvitedDrawerProps = { invited: Invited; zone: string; closeHref: string }

/**
 * The result of invitations: people invited, people left out with the reason, and sessions without a free seat for
 * them.
 */
export function InvitedDrawer({ invited, zone, closeHref }: InvitedDrawerProps) {
  const t = useTranslations('invitations.drawer')
  const faults = useTranslations('invitations.faults')
  const close = useClose(closeHref)
  const { addresses, full } = invited
  const leftOut = addresses.flatMap(({ email, fault }) => (fault ? [{ email, fault }] : []))
  return (
    <RoutedDrawer
      title={t('title')}
      closeHref={closeHref}
      footer={
        <Button variant="primary" className="flex-1" onClick={close}>
          {t('close')}
        </Button>
      }
    >
      <Banner tone="ok" icon={<CircleCheck />}>
        {t('done', countsOf(invited))}
      </Banner>
      {leftOut.length > 0 ? (
        <div>
          <Banner tone="warning" icon={<CircleAlert />}>
            {t('leftOut', { count: leftOut.length })}
          </Banner>
          <ul className="mt-2 flex flex-col">
            {leftOut.map(({ email, fault }) => (
              <li key={email} className="border-b py-2 last:border-b-0">
                <span className="block break-all">{email}</span>
                <span className="block text-sm text-bad-text">{faults(fault)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {full.length > 0 ? (
        <div>
          <p>{t('fullSessions', { count: full.length })}</p>
          <ul className="mt-2 flex flex-col gap-1.5 tabular-nums">
            {full.map(({ sessionId, startsAt }) => (
              <li key={sessionId}>
                <Link href={`/sessions/${sessionId}`} className="link">
                  {t('fullAt', {
                    day: formatDay(startsAt, zone),
                    time: formatZonedTime(startsAt, zone),
                  })}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </RoutedDrawer>
  )
}

/** The number of people invited now, and of those who were in the school before. */
export function countsOf({ addresses }: Invited): { invited: number; known: number } {
  const count = (wanted: string) => addresses.filter(({ outcome }) => outcome === wanted).length
  return { invited: count('invited'), known: count('known') }
}
