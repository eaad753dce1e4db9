'use client'

import { Copy, Ellipsis, Send, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Action } from '#components/forms/use-action.ts'
import { useToldAction } from '#components/forms/use-told-action.ts'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ManagedPerson, StandingInvitation } from '#lib/people/api.ts'
import { formatDay } from '#lib/time/format.ts'
import { useCopyLink } from './use-copy-link.ts'

export type InvitationDeeds = { inviteAgain: Action<{ name: string }>; takeBack: Action<unknown> }

type InvitationActionsProps = InvitationDeeds & {
  person: Pick<ManagedPerson, 'id' | 'name'>
  invitation: StandingInvitation
  zone: string
}

/** What can be done with somebody's invitation: copied, sent again or taken back. */
export function InvitationActions({
  person,
  invitation,
  zone,
  inviteAgain,
  takeBack,
}: InvitationActionsProps) {
  const t = useTranslations('invitations.actions')
  const toast = useToast()
  const copy = useCopyLink()
  const again = useToldAction(inviteAgain, ({ name }) => toast({ text: t('invited', { name }) }))
  const taking = useToldAction(takeBack, () => toast({ text: t('takenBack') }))
  const { link, expiresAt, state } = invitation
  const sendAgain = () => again.run({ userId: person.id })
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
    { label: t('again'), icon: <Send />, onSelect: sendAgain },
    {
      label: t('takeBack'),
      icon: <Undo2 />,
      danger: true,
      onSelect: () => taking.run({ userId: person.id }),
    },
  ]
  return (
    <span className="flex items-center justify-end gap-2">
      {state === 'expired' ? (
        <Button
          size="sm"
          icon={<Send />}
          busy={again.busy}
          busyLabel={t('sending')}
          onClick={sendAgain}
          aria-label={t('againOf', { name: person.name })}
          className="@max-3xl:hidden"
        >
          {t('again')}
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
