import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { HeadCell, Table, TableHead } from '#components/ui/table.tsx'
import type { ListedPerson } from '#lib/people/api.ts'
import type { InvitationServerActions } from './invitation-menu.tsx'
import { PersonRow } from './person-row.tsx'

type Group = { people: ListedPerson[]; count: number }

type PeopleTableProps = {
  /** Invited people who have not joined yet; on the first page only. */
  invited: Group | null
  registered: Group
  /** The viewer's id. */
  ownId: string
  zone: string
  /** The URL that opens a person for changes. */
  hrefOf: (id: string) => string
  actions: InvitationServerActions
}

/** People with their role and classes, invited before registered ones. On phones everything is below the name. */
export function PeopleTable({
  invited,
  registered: here,
  ownId,
  zone,
  hrefOf,
  actions: deeds,
}: PeopleTableProps) {
  const t = useTranslations('people')
  const invitations = useTranslations('invitations')
  const rowsOf = (people: ListedPerson[]) =>
    people.map((person) => (
      <PersonRow
        key={person.id}
        person={person}
        isSelf={person.id === ownId}
        zone={zone}
        href={hrefOf(person.id)}
        actions={deeds}
      />
    ))
  return (
    <Table>
      <TableHead>
        <HeadCell className="pl-4 sm:pl-6">{t('name')}</HeadCell>
        <HeadCell className="w-34 @max-lg:hidden">{t('role')}</HeadCell>
        <HeadCell className="w-1/4 pr-6 @max-3xl:hidden">{t('classes')}</HeadCell>
        <HeadCell className="w-14 @3xl:w-46">
          <span className="sr-only">{invitations('actions.column')}</span>
        </HeadCell>
      </TableHead>
      {invited && invited.count > 0 ? (
        <tbody>
          <GroupHead title={invitations('groups.invited')} count={invited.count} />
          {rowsOf(invited.people)}
          {invited.count > invited.people.length ? (
            <tr className="border-b">
              <td className="py-2.5 pl-4 text-sm text-text-2 sm:pl-6">
                {invitations('groups.more', { count: invited.count - invited.people.length })}
              </td>
              <UnusedCells />
              <td />
            </tr>
          ) : null}
        </tbody>
      ) : null}
      {here.people.length > 0 ? (
        <tbody>
          {invited && invited.count > 0 ? (
            <GroupHead title={invitations('groups.registered')} count={here.count} />
          ) : null}
          {rowsOf(here.people)}
        </tbody>
      ) : null}
    </Table>
  )
}

function GroupHead({ title, count }: { title: ReactNode; count: number }) {
  return (
    <tr className="border-b bg-canvas text-left text-xs text-text-2">
      <th scope="rowgroup" className="py-2 pl-4 font-[550] sm:pl-6">
        {title}
      </th>
      <UnusedCells />
      <td className="pr-4 text-right font-[550] tabular-nums sm:pr-6">{count}</td>
    </tr>
  )
}

/** One empty cell for each column that narrow lists hide: a cell that spans them would bring the columns back. */
function UnusedCells() {
  return (
    <>
      <td className="@max-lg:hidden" />
      <td className="@max-3xl:hidden" />
    </>
  )
}
