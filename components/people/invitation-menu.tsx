'use client'

import { Copy, Ellipsis, Send, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Action } from '#components/forms/use-action.ts'
import { useActionWithToast } from '#components/forms/use-action-with-toast.ts'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { LatestInvitation, ManagedPerson } from '#lib/people/api.ts'
import { formatDay } from '#lib/time/format.ts'
import { useCopyLink } from './use-copy-link.ts'

export type InvitationServerActions = {
  resendInvitation: Action<{ name: string }>
  revokeInvitation: Action<unknown>
}

type InvitationMenuProps = InvitationServerActions & {
  person: Pick<ManagedPerson, 'id' | 'name'>
  invitation: LatestInvitation
  zone: string
}

/** Actions on an invitation: copy the link, send it again, revoke it. */
export function InvitationMenu({
  person,
  invitation,
  zone,
  resendInvitation: inviteAgain,
  revokeInvitation: takeBack,
}: InvitationMenuProps) {
  const t = useTranslations('invitations.actions')
  const toast = useToast()
  const copy = useCopyLink()
  const resending = useActionWithToast(inviteAgain, ({ name }) => toast({ text: t('invited', { name }) }))
  const revoking = useActionWithToast(takeBack, () => toast({ text: t('revoked') }))
  const { link, expiresAt, state } = invitation
  const sendAgain = () => resending.run({ userId: person.id })
  const entries: MenuEntry[] = [
    ...(link && expiresAt
      ? [
          {
            label: t('copy'),
            icon: <Copy />,
            onSelect: () => void copy(link, t('copied', { until: formatDay(expiresAt, zone) })),
          },
        ]
      : []),
    { label: t('resend'), icon: <Send />, onSelect: sendAgain },
    {
      label: t('revoke'),
      icon: <Undo2 />,
      danger: true,
      onSelect: () => revoking.run({ userId: person.id }),
    },
  ]
  return (
    <span className="flex items-center justify-end gap-2">
      {state === 'expired' ? (
        <Button
          size="sm"
          icon={<Send />}
          busy={resending.busy}
          busyLabel={t('sending')}
          onClick={sendAgain}
          aria-label={t('resendNamed', { name: person.name })}
          className="@max-3xl:hidden"
        >
          {t('resend')}
        </Button>
      ) : null}
      <Menu
        label={t('menu', { name: person.name })}
        groups={[entries]}
        trigger={(button) => (
          <IconButton {...button} label={t('menu', { name: person.name })} icon={<Ellipsis />} />
        )}
      />
    </span>
  )
}
