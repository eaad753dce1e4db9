import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { AuditFilters } from '#components/audit/audit-filters.tsx'
import { auditHref } from '#components/audit/audit-href.ts'
import { AuditTrail } from '#components/audit/audit-trail.tsx'
import { cityOf } from '#components/schedule/session/class-time.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { ExportLink } from '#components/ui/export-link.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { addressOf } from '#lib/api/client.ts'
import { auditSubject } from '#lib/audit/api.ts'
import { AUDIT_RETENTION_MONTHS } from '#lib/audit/delete-old-audit-events.ts'
import { exportAuditEndpoint } from '#lib/audit/endpoints.generated.ts'
import { listAudit } from '#lib/audit/list-audit.ts'
import { listClasses } from '#lib/classes/list-classes.ts'
import type { Context } from '#lib/context/context.ts'
import { currentContext } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { classId, userId } from '#lib/kernel/ids.ts'
import { isInstantCursor } from '#lib/kernel/instant-cursor.ts'
import { readAllPages } from '#lib/kernel/read-all-pages.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { dayKey } from '#lib/time/format.ts'
import { addDays, isDay, startOfDay } from '#lib/time/zones.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

const A_PAGE = 50

const day = z.string().refine(isDay).optional().catch(undefined)
const address = z.object({
  from: day,
  to: day,
  who: userId.optional().catch(undefined),
  kind: auditSubject.optional().catch(undefined),
  class: classId.optional().catch(undefined),
  about: z.uuid().optional().catch(undefined),
  after: z.string().refine(isInstantCursor).optional().catch(undefined),
})

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const context = await currentContext('ADMIN')
  const t = await getTranslations('audit')
  const zone = await viewerZone(context)
  const now = context.now.toISOString()
  const { after, ...shown } = address.parse(await searchParams)
  const filters = filtersOf(shown, zone)
  const [{ items, nextCursor }, people, classes] = await Promise.all([
    listAudit(context, { ...filters, cursor: after, limit: A_PAGE }),
    listActors(context),
    listChoices(context),
  ])
  const isFiltered = Object.values(shown).some(Boolean)
  return (
    <ListPage
      title={t('title')}
      meta={t('lead', { months: AUDIT_RETENTION_MONTHS, place: cityOf(zone) })}
      actions={<ExportLink href={exportHref(filters)} />}
      filters={
        <>
          <AuditFilters shown={shown} people={people} classes={classes} />
          {shown.about ? <p className="text-sm text-text-2">{t('about')}</p> : null}
        </>
      }
      empty={
        items.length === 0 && (
          <EmptyState title={isFiltered ? t('nothingFound') : t('empty')}>
            {isFiltered ? t('nothingFoundText') : t('emptyText')}
          </EmptyState>
        )
      }
      after={after}
      nextCursor={nextCursor}
      hrefOf={(after) => auditHref({ ...shown, after })}
      newestFirst
    >
      <AuditTrail events={items} zone={zone} today={dayKey(now, zone)} />
    </ListPage>
  )
}

type Shown = Omit<z.output<typeof address>, 'after'>

/** Days are in the viewer's zone, from midnight to midnight. */
function filtersOf({ from, to, who, kind, about, class: ofClass }: Shown, zone: string) {
  return {
    from: from ? startOfDay(from, zone) : undefined,
    to: to ? startOfDay(addDays(to, 1), zone) : undefined,
    actorId: who,
    subject: kind,
    subjectId: about,
    classId: ofClass,
  }
}

function exportHref(filters: ReturnType<typeof filtersOf>): string {
  const { from, to } = filters
  return addressOf(exportAuditEndpoint, { ...filters, from: from?.toISOString(), to: to?.toISOString() })
}

/** Users who can change records: admins and trainers. */
async function listActors(context: Context) {
  const list = (role: Role) => readAllPages((page) => listPeople(context, { role, ...page }))
  const [admins, trainers] = await Promise.all([list('ADMIN'), list('TRAINER')])
  return [...admins, ...trainers].map(({ id, name }) => ({ id, name }))
}

async function listChoices(context: Context) {
  const classes = await readAllPages((page) => listClasses(context, page))
  return classes.map(({ id, title }) => ({ id, name: title }))
}
