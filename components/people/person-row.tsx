import { Ban, Mail, Shield } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { classes } from '#components/ui/classes.ts'
import { TableRow } from '#components/ui/table.tsx'
import type { ListedPerson } from '#lib/people/api.ts'
import { InvitationMenu, type InvitationServerActions } from './invitation-menu.tsx'
import { InvitationStatus } from './invitation-status.tsx'

type PersonRowProps = {
  person: ListedPerson
  isSelf: boolean
  zone: string
  href: string
  actions: InvitationServerActions
}

/** A person in the list. People who have not accepted their invitation are shown by e-mail, with its actions. */
export function PersonRow({ person, isSelf: own, zone, href, actions: deeds }: PersonRowProps) {
  const t = useTranslations('people')
  const isInvited = person.invitation && person.invitation.state !== 'none' ? person.invitation : null
  return (
    <TableRow className="h-13.5">
      <td className="py-1.5 pr-4 pl-4 sm:pl-6">
        <div className="flex items-center gap-3">
          {isInvited ? (
            <span className="grid size-8 flex-none place-items-center rounded-full bg-sunken text-text-2">
              <Mail className="size-4 stroke-[1.75]" />
            </span>
          ) : (
            <Avatar id={person.id} name={person.name} className={person.disabled ? 'grayscale' : undefined} />
          )}
          <div className="min-w-0 flex-1">
            <Link
              href={href}
              scroll={false}
              prefetch={false}
              className={classes(
                'block truncate font-medium hover:underline',
                person.disabled && 'text-text-2',
              )}
            >
              {isInvited ? person.email : own ? t('you', { name: person.name }) : person.name}
            </Link>
            <span className={classes('block text-sm text-text-2 tabular-nums', !isInvited && 'truncate')}>
              {isInvited ? <InvitationStatus invitation={isInvited} zone={zone} /> : person.email}
            </span>
            <span className="block truncate text-sm text-text-2 @lg:hidden">
              <RoleName person={person} />
            </span>
          </div>
        </div>
      </td>
      <td className="pr-4 @max-lg:hidden">
        <RoleName person={person} />
      </td>
      <td
        className="truncate pr-6 text-text-2 @max-3xl:hidden"
        title={person.classes.join(', ') || undefined}
      >
        <Classes titles={person.classes} />
      </td>
      <td className="pr-4 sm:pr-6">
        {isInvited && !person.disabled ? (
          <InvitationMenu person={person} invitation={isInvited} zone={zone} {...deeds} />
        ) : null}
      </td>
    </TableRow>
  )
}

function RoleName({ person }: { person: ListedPerson }) {
  const t = useTranslations('people')
  const common = useTranslations('common.roles')
  if (person.disabled) {
    return (
      <Badge tone="neutral" icon={<Ban />}>
        {t('disabled')}
      </Badge>
    )
  }
  return (
    <span className="inline-flex items-center gap-1.5">
      {person.role === 'ADMIN' ? <Shield className="size-4 stroke-[1.75] text-text-2" /> : null}
      {common(person.role)}
    </span>
  )
}

function Classes({ titles }: { titles: string[] }) {
  const t = useTranslations('people')
  const [first, ...rest] = titles
  if (!first) return t('noClasses')
  return rest.length > 0 ? t('classesOf', { first, more: rest.length }) : first
}
