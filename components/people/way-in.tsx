'use client'

import { Copy, KeyRound, Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Action } from '#components/forms/use-action.ts'
import { useToldAction } from '#components/forms/use-told-action.ts'
import { Button } from '#components/ui/button.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ManagedPerson } from '#lib/people/api.ts'
import { formatDay } from '#lib/time/format.ts'
import type { InvitationDeeds } from './invitation-actions.tsx'
import { InvitationStatus } from './invitation-status.tsx'
import { useCopyLink } from './use-copy-link.ts'

export type WayInDeeds = InvitationDeeds & { sendReset: Action<{ email: string }> }

type WayInProps = { person: ManagedPerson; zone: string; deeds: WayInDeeds }

/** The link that lets somebody in: an invitation for who has no password yet, else one for a new password. */
export function WayIn({ person, zone, deeds }: WayInProps) {
  return person.invitation ? (
    <Invitation person={person} zone={zone} deeds={deeds} />
  ) : (
    <Reset person={person} action={deeds.sendReset} />
  )
}

function Invitation({ person, zone, deeds }: WayInProps) {
  const t = useTranslations('invitations')
  const toast = useToast()
  const copy = useCopyLink()
  const again = useToldAction(deeds.inviteAgain, ({ name }) =>
    toast({ text: t('actions.invited', { name }) }),
  )
  const taking = useToldAction(deeds.takeBack, () => toast({ text: t('actions.takenBack') }))
  if (!person.invitation) return null
  const { state, link, expiresAt } = person.invitation
  return (
    <section className="flex flex-col gap-2.5">
      <div>
        <h3 className="text-sm font-medium">{t('drawerSection.title')}</h3>
        <p className="text-sm text-text-2 tabular-nums">
          <InvitationStatus invitation={person.invitation} zone={zone} />
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {link && expiresAt ? (
          <Button
            size="sm"
            icon={<Copy />}
            onClick={() => void copy(link, t('actions.copied', { until: formatDay(expiresAt, zone) }))}
          >
            {t('actions.copy')}
          </Button>
        ) : null}
        <Button
          size="sm"
          icon={<Send />}
          busy={again.busy}
          busyLabel={t('actions.sending')}
          onClick={() => again.run({ userId: person.id })}
        >
          {state === 'none' ? t('actions.first') : t('actions.again')}
        </Button>
        {state === 'none' ? null : (
          <Button
            size="sm"
            variant="danger-quiet"
            busy={taking.busy}
            onClick={() => taking.run({ userId: person.id })}
          >
            {t('actions.takeBack')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Reset({ person, action }: { person: ManagedPerson; action: WayInDeeds['sendReset'] }) {
  const t = useTranslations('invitations.drawerSection')
  const toast = useToast()
  const sending = useToldAction(action, ({ email }) => toast({ text: t('resetSent', { email }) }))
  return (
    <Button
      className="self-start"
      icon={<KeyRound />}
      busy={sending.busy}
      busyLabel={t('resetBusy')}
      onClick={() => sending.run({ userId: person.id })}
    >
      {t('reset')}
    </Button>
  )
}
