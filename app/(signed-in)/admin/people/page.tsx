import { UserPlus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { NoPeople } from '#components/people/no-people.tsx'
import { peopleHref } from '#components/people/people-href.ts'
import { PeopleSearch } from '#components/people/people-search.tsx'
import { PeopleTable } from '#components/people/people-table.tsx'
import { ROLES } from '#components/people/roles.ts'
import { Texts } from '#components/shell/texts.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { ExportLink } from '#components/ui/export-link.tsx'
import { ListPage, SplitPage } from '#components/ui/list-page.tsx'
import { SegmentLinks } from '#components/ui/segment-links.tsx'
import { addressOf } from '#lib/api/client.ts'
import { currentContext } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { role } from '#lib/identity/api.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { searchText } from '#lib/kernel/fields.ts'
import { userId } from '#lib/kernel/ids.ts'
import { countPeople } from '#lib/people/count-people.ts'
import { exportPeopleEndpoint } from '#lib/people/endpoints.generated.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { resendPersonInvitation, revokePersonInvitation } from './actions.ts'
import { PeopleDrawer } from './people-drawer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('title') }
}

const A_PAGE = 50

const address = z.object({
  role: role.optional().catch(undefined),
  search: searchText
    .optional()
    .catch(undefined)
    .transform((search) => search || undefined),
  sameName: z
    .literal('true')
    .transform(() => true)
    .optional()
    .catch(undefined),
  after: userId.optional().catch(undefined),
  panel: z.enum(['invite', 'new', 'change']).optional().catch(undefined),
  person: userId.optional().catch(undefined),
})

type PeoplePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const context = await currentContext('ADMIN')
  const t = await getTranslations('people')
  const invitations = await getTranslations('invitations')
  const { panel, person, ...shown } = address.parse(await searchParams)
  const [counts, invited, here, zone] = await Promise.all([
    countPeople(context, shown),
    shown.after ? null : listPeople(context, { ...shown, invited: true, limit: A_PAGE }),
    listPeople(context, { ...shown, invited: false, cursor: shown.after, limit: A_PAGE }),
    viewerZone(context),
  ])
  const countIn = (of: Record<Role, number>) =>
    shown.role ? of[shown.role] : of.STUDENT + of.TRAINER + of.ADMIN
  const isEmpty = here.items.length === 0 && !invited?.items.length
  const awaited = countIn(counts.invited)
  return (
    <Texts of={['common', 'admin', 'people', 'invitations']}>
      <SplitPage>
        <ListPage
          title={t('title')}
          actions={
            <>
              <ExportLink href={exportHref(shown)} />
              <ButtonLink
                variant={panel ? 'secondary' : 'primary'}
                icon={<UserPlus />}
                href={peopleHref({ ...shown, panel: 'invite' })}
                scroll={false}
              >
                {invitations('open')}
              </ButtonLink>
            </>
          }
          filters={
            <div className="flex flex-wrap items-center justify-between gap-3">
              <div className="-mx-1 max-w-full overflow-x-auto px-1">
                <SegmentLinks
                  label={t('roles')}
                  links={[
                    {
                      href: peopleHref({ ...shown, role: undefined, after: undefined }),
                      label: t('all', { count: counts.all.STUDENT + counts.all.TRAINER + counts.all.ADMIN }),
                      current: !shown.role,
                    },
                    ...ROLES.map((role) => ({
                      href: peopleHref({ ...shown, role, after: undefined }),
                      label: t(`byRole.${role}`, { count: counts.all[role] }),
                      current: shown.role === role,
                    })),
                  ]}
                />
              </div>
              <div className="flex w-full flex-wrap items-center gap-3 sm:w-auto sm:flex-nowrap">
                <SegmentLinks
                  label={t('filter')}
                  links={[
                    {
                      href: peopleHref({ ...shown, after: undefined, sameName: !shown.sameName }),
                      label: t('sameName'),
                      current: shown.sameName === true,
                    },
                  ]}
                />
                <PeopleSearch {...shown} />
              </div>
            </div>
          }
          empty={isEmpty && <NoPeople {...shown} />}
          after={shown.after}
          nextCursor={here.nextCursor}
          hrefOf={(after) => peopleHref({ ...shown, after })}
        >
          <PeopleTable
            invited={invited && { people: invited.items, count: awaited }}
            registered={{ people: here.items, count: countIn(counts.all) - awaited }}
            ownId={context.actor.id}
            zone={zone}
            hrefOf={(id) => peopleHref({ ...shown, panel: 'change', person: id })}
            actions={{ resendInvitation: resendPersonInvitation, revokeInvitation: revokePersonInvitation }}
          />
        </ListPage>
        {panel ? (
          <PeopleDrawer context={context} shown={shown} panel={panel} person={person} zone={zone} />
        ) : null}
      </SplitPage>
    </Texts>
  )
}

function exportHref({ role, search, sameName }: Omit<z.output<typeof address>, 'panel' | 'person'>): string {
  return addressOf(exportPeopleEndpoint, { role, search, sameName: sameName ? 'true' : undefined })
}
