import { Ban, Shield } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { classes } from '#components/ui/classes.ts'
import type { ListedPerson } from '#lib/identity/api.ts'

type PeopleTableProps = {
  people: ListedPerson[]
  /** Who looks at it. */
  ownId: string
  /** Where a person is changed. */
  hrefOf: (id: string) => string
}

/** The people with their role and classes; on phones both stand under the name. */
export function PeopleTable({ people, ownId, hrefOf }: PeopleTableProps) {
  const t = useTranslations('people')
  return (
    <table className="w-full table-fixed">
      <thead className="text-left text-xs text-text-2">
        <tr className="border-b">
          <th scope="col" className="pb-2 pl-4 font-[550] sm:pl-6">
            {t('name')}
          </th>
          <th scope="col" className="w-34 pb-2 font-[550] @max-lg:hidden">
            {t('role')}
          </th>
          <th scope="col" className="w-2/5 pr-6 pb-2 font-[550] @max-3xl:hidden">
            {t('classes')}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} own={person.id === ownId} href={hrefOf(person.id)} />
        ))}
      </tbody>
    </table>
  )
}

type PersonRowProps = { person: ListedPerson; own: boolean; href: string }

function PersonRow({ person, own, href }: PersonRowProps) {
  const t = useTranslations('people')
  return (
    <tr className="h-13.5 border-b hover:bg-canvas">
      <td className="py-1.5 pr-4 pl-4 sm:pl-6">
        <div className="flex items-center gap-3">
          <Avatar id={person.id} name={person.name} className={person.disabled ? 'grayscale' : undefined} />
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
              {own ? t('you', { name: person.name }) : person.name}
            </Link>
            <span className="block truncate text-sm text-text-2">{person.email}</span>
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
    </tr>
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
