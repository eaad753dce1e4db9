import { Download, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ListPages } from '#components/forms/list-pages.tsx'
import { peopleHref } from '#components/people/address.ts'
import { ChangePersonDrawer } from '#components/people/change-person-drawer.tsx'
import { NewPersonDrawer } from '#components/people/new-person-drawer.tsx'
import { NoPeople } from '#components/people/no-people.tsx'
import { PeopleSearch } from '#components/people/people-search.tsx'
import { PeopleTable } from '#components/people/people-table.tsx'
import { ROLES } from '#components/people/roles.ts'
import { Texts } from '#components/shell/texts.tsx'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { SegmentLinks } from '#components/ui/segment-links.tsx'
import { currentContext, pageOr404 } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { role } from '#lib/identity/api.ts'
import { userId } from '#lib/identity/ids.ts'
import { findUser } from '#lib/identity/people/find-user.ts'
import { listPeople } from '#lib/identity/people/list-people.ts'
import { changePerson, createPerson } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('title') }
}

const A_PAGE = 50

const address = z.object({
  role: role.optional().catch(undefined),
  search: z
    .string()
    .trim()
    .max(120)
    .optional()
    .catch(undefined)
    .transform((search) => search || undefined),
  after: userId.optional().catch(undefined),
  panel: z.enum(['new', 'change']).optional().catch(undefined),
  person: userId.optional().catch(undefined),
})

type PeoplePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const context = await currentContext('ADMIN')
  const t = await getTranslations('people')
  const { panel, person, ...shown } = address.parse(await searchParams)
  const { items, nextCursor } = await listPeople(context, { ...shown, cursor: shown.after, limit: A_PAGE })
  return (
    <Texts of={['common', 'admin', 'people']}>
      <div className="flex flex-1 lg:h-[calc(100dvh-1.125rem)] lg:flex-none">
        <div className="@container min-w-0 flex-1 overflow-y-auto pt-5 pb-8">
          <div className="px-4 sm:px-6">
            <PageHead
              title={t('title')}
              actions={
                <>
                  <ButtonAnchor href={exportHref(shown)} icon={<Download />} download>
                    {t('export')}
                  </ButtonAnchor>
                  <ButtonLink
                    variant={panel ? 'secondary' : 'primary'}
                    icon={<Plus />}
                    href={peopleHref({ ...shown, panel: 'new' })}
                    scroll={false}
                  >
                    {t('create')}
                  </ButtonLink>
                </>
              }
            />
            <div className="flex flex-wrap items-center justify-between gap-3 pt-4 pb-4">
              <SegmentLinks
                label={t('roles')}
                links={[
                  { href: peopleHref({ search: shown.search }), label: t('all'), current: !shown.role },
                  ...ROLES.map((role) => ({
                    href: peopleHref({ search: shown.search, role }),
                    label: t(`byRole.${role}`),
                    current: shown.role === role,
                  })),
                ]}
              />
              <PeopleSearch role={shown.role} search={shown.search} />
            </div>
          </div>
          {items.length > 0 ? (
            <PeopleTable
              people={items}
              ownId={context.actor.id}
              hrefOf={(id) => peopleHref({ ...shown, panel: 'change', person: id })}
            />
          ) : (
            <NoPeople search={shown.search} after={shown.after} role={shown.role} />
          )}
          <ListPages
            label={t('pages')}
            first={
              shown.after ? { href: peopleHref({ ...shown, after: undefined }), label: t('first') } : null
            }
            next={nextCursor ? { href: peopleHref({ ...shown, after: nextCursor }), label: t('next') } : null}
          />
        </div>
        {panel === 'new' ? (
          <NewPersonDrawer
            role={shown.role ?? 'STUDENT'}
            closeHref={peopleHref(shown)}
            action={createPerson}
          />
        ) : null}
        {panel === 'change' && person ? (
          <ChangePersonDrawer
            key={person}
            person={await pageOr404(findUser(context, { userId: person }))}
            own={person === context.actor.id}
            zone={await viewerZone(context)}
            closeHref={peopleHref(shown)}
            action={changePerson}
          />
        ) : null}
      </div>
    </Texts>
  )
}

function exportHref({ role, search }: { role?: string; search?: string }): string {
  const query = new URLSearchParams({ ...(role && { role }), ...(search && { search }) })
  return `/api/v1/admin/users.csv?${query}`
}
