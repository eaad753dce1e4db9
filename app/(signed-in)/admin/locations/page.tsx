import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { LocationDrawer } from '#components/locations/location-drawer.tsx'
import { LocationTable } from '#components/locations/location-table.tsx'
import { type LocationsQuery, locationsHref } from '#components/locations/locations-href.ts'
import { Texts } from '#components/shell/texts.tsx'
import { ArchivedLinks } from '#components/ui/archived-links.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { ExportLink } from '#components/ui/export-link.tsx'
import { ListPage, SplitPage } from '#components/ui/list-page.tsx'
import { addressOf } from '#lib/api/client.ts'
import { currentContext } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { locationId } from '#lib/kernel/ids.ts'
import { exportLocationsEndpoint } from '#lib/locations/endpoints.generated.ts'
import { listLocations } from '#lib/locations/list-locations.ts'
import { changeLocation, createLocation } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('locations')
  return { title: t('title') }
}

const A_PAGE = 50

const address = z.object({
  show: z.literal('archived').optional().catch(undefined),
  after: locationId.optional().catch(undefined),
  panel: z.enum(['new', 'change']).optional().catch(undefined),
  location: locationId.optional().catch(undefined),
})

type LocationsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LocationsPage({ searchParams }: LocationsPageProps) {
  const context = await currentContext('ADMIN')
  const t = await getTranslations('locations')
  const zone = await viewerZone(context)
  const { panel, location, ...shown } = address.parse(await searchParams)
  const { items, nextCursor } = await listLocations(context, {
    archived: shown.show ? 'only' : 'without',
    cursor: shown.after,
    limit: A_PAGE,
  })
  const changed = panel === 'change' ? items.find(({ id }) => id === location) : undefined
  return (
    <Texts of={['common', 'admin', 'locations']}>
      <SplitPage>
        <ListPage
          title={t('title')}
          actions={
            <>
              <ExportLink href={addressOf(exportLocationsEndpoint, shown.show ? { archived: 'only' } : {})} />
              <ButtonLink
                variant={panel ? 'secondary' : 'primary'}
                icon={<Plus />}
                href={locationsHref({ ...shown, panel: 'new' })}
                scroll={false}
              >
                {t('create')}
              </ButtonLink>
            </>
          }
          filters={<ArchivedLinks show={shown.show} hrefOf={(show) => locationsHref({ show })} />}
          empty={items.length === 0 && <NoLocations shown={shown} />}
          after={shown.after}
          nextCursor={nextCursor}
          hrefOf={(after) => locationsHref({ ...shown, after })}
        >
          <LocationTable
            locations={items}
            zone={zone}
            hrefOf={(id) => locationsHref({ ...shown, panel: 'change', location: id })}
          />
        </ListPage>
        {panel === 'new' || changed ? (
          <LocationDrawer
            key={changed?.id ?? 'new'}
            location={changed}
            zone={zone}
            closeHref={locationsHref(shown)}
            save={changed ? changeLocation : createLocation}
            change={changeLocation}
          />
        ) : null}
      </SplitPage>
    </Texts>
  )
}

async function NoLocations({ shown }: { shown: LocationsQuery }) {
  const t = await getTranslations('locations')
  const [title, text] = shown.after
    ? [t('listEnds'), null]
    : shown.show
      ? [t('noneArchived'), t('noneArchivedText')]
      : [t('empty'), t('emptyText')]
  return <EmptyState title={title}>{text}</EmptyState>
}
