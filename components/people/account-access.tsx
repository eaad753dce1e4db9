'use client'

import { Copy, KeyRound, Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Action } from '#components/forms/use-action.ts'
import { useActionWithToast } from '#components/forms/use-action-with-toast.ts'
import { Button } from '#components/ui/button.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ManagedPerson } from '#lib/people/api.ts'
import { formatDay } from '#lib/time/format.ts'
import type { InvitationServerActions } from './invitation-menu.tsx'
import { InvitationStatus } from './invitation-status.tsx'
import { useCopyLink } from './use-copy-link.ts'

export type AccountAccessActions = InvitationServerActions & { sendReset: Action<{ email: string }> }

type AccountAccessProps = { person: ManagedPerson; zone: string; actions: AccountAccessActions }

/** The link for signing in: an invitation for a person without a password, otherwise a password reset. */
export function AccountAccess({ person, zone, actions: deeds }: AccountAccessProps) {
  return person.invitation ? (
    <Invitation person={person} zone={zone} actions={deeds} />
  ) : (
    <Reset person={person} action={deeds.sendReset} />
  )
}

function Invitation({ person, zone, actions: deeds }: AccountAccessProps) {
  const t = useTranslations('invitations')
  const toast = useToast()
  const copy = useCopyLink()
  const resending = useActionWithToast(deeds.resendInvitation, ({ name }) =>
    toast({ text: t('actions.invited', { name }) }),
  )
  const revoking = useActionWithToast(deeds.revokeInvitation, () => toast({ text: t('actions.revoked') }))
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
          busy={resending.busy}
          busyLabel={t('actions.sending')}
          onClick={() => resending.run({ userId: person.id })}
        >
          {state === 'none' ? t('actions.first') : t('actions.resend')}
        </Button>
        {state === 'none' ? null : (
          <Button
            size="sm"
            variant="danger-quiet"
            busy={revoking.busy}
            onClick={() => revoking.run({ userId: person.id })}
          >
            {t('actions.revoke')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Reset({ person, action }: { person: ManagedPerson; action: AccountAccessActions['sendReset'] }) {
  const t = useTranslations('invitations.drawerSection')
  const toast = useToast()
  const sending = useActionWithToast(action, ({ email }) => toast({ text: t('resetSent', { email }) }))
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
