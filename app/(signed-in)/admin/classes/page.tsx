import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ClassTable } from '#components/classes/class-table.tsx'
import { classesHref } from '#components/classes/classes-href.ts'
import { EnrolDrawer } from '#components/classes/enrol-drawer.tsx'
import { NewClass } from '#components/classes/new-class.tsx'
import { ListPages } from '#components/forms/list-pages.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { ExportLink } from '#components/ui/export-link.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { SegmentLinks } from '#components/ui/segment-links.tsx'
import { addressOf } from '#lib/api/client.ts'
import type { ListedClass } from '#lib/classes/api.ts'
import { exportClassesEndpoint } from '#lib/classes/endpoints.generated.ts'
import { findClass } from '#lib/classes/find-class.ts'
import { listClasses } from '#lib/classes/list-classes.ts'
import type { Context } from '#lib/context/context.ts'
import { currentContext } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { type ClassId, classId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { createClass, enrolStudents, searchStudents } from './actions.ts'
import { readClassChoices } from './read-class-choices.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('classes')
  return { title: t('title') }
}

const A_PAGE = 50

const address = z.object({
  show: z.literal('archived').optional().catch(undefined),
  after: classId.optional().catch(undefined),
  panel: z.enum(['new', 'enrol']).optional().catch(undefined),
  class: classId.optional().catch(undefined),
})

type ClassesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ClassesPage({ searchParams }: ClassesPageProps) {
  const context = await currentContext('ADMIN')
  const t = await getTranslations('classes')
  const zone = await viewerZone(context)
  const { show, after, panel, class: chosen } = address.parse(await searchParams)
  const { items, nextCursor } = await listClasses(context, {
    archived: show ? 'only' : 'without',
    cursor: after,
    limit: A_PAGE,
  })
  const closeHref = classesHref({ show, after })
  const course = panel === 'enrol' && chosen ? await findChosen(context, chosen, items) : null
  const creating = (
    <ButtonLink
      variant={panel ? 'secondary' : 'primary'}
      icon={<Plus />}
      href={classesHref({ show, after, panel: 'new' })}
      scroll={false}
    >
      {t('create')}
    </ButtonLink>
  )
  return (
    <Texts of={['common', 'admin', 'classes', 'people']}>
      <div className="flex flex-1 lg:h-[calc(100dvh-1.125rem)] lg:flex-none">
        <div className="@container min-w-0 flex-1 overflow-y-auto pt-5 pb-8">
          <div className="flex flex-col gap-4 px-4 pb-5 sm:px-6">
            <PageHead
              title={t('title')}
              actions={
                <>
                  <ExportLink href={addressOf(exportClassesEndpoint, {})} />
                  {creating}
                </>
              }
            />
            <div>
              <SegmentLinks
                label={t('shown')}
                links={[
                  { href: classesHref({}), label: t('inUse'), current: !show },
                  {
                    href: classesHref({ show: 'archived' }),
                    label: t('archived'),
                    current: show === 'archived',
                  },
                ]}
              />
            </div>
          </div>
          {items.length > 0 ? (
            <ClassTable classes={items} zone={zone} after={after} />
          ) : (
            <NoClasses show={show} after={after} />
          )}
          <ListPages
            label={t('pages')}
            first={after ? { href: classesHref({ show }), label: t('firstPage') } : null}
            next={
              nextCursor ? { href: classesHref({ show, after: nextCursor }), label: t('nextPage') } : null
            }
          />
        </div>
        {panel === 'new' ? (
          <NewClass {...(await readClassChoices(context, zone))} closeHref={closeHref} action={createClass} />
        ) : null}
        {course ? (
          <EnrolDrawer
            key={course.id}
            course={{ id: course.id, title: course.title }}
            students={await listPeople(context, { role: 'STUDENT', limit: 50 })}
            search={searchStudents}
            zone={zone}
            closeHref={closeHref}
            action={enrolStudents}
          />
        ) : null}
      </div>
    </Texts>
  )
}

/** A class that was just created can be on another page of the list. */
async function findChosen(context: Context, chosen: ClassId, shown: ListedClass[]) {
  return (
    shown.find(({ id }) => id === chosen) ?? findClass(context, { classId: chosen }).catch(nullIfNotFound)
  )
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof Refusal && error.code === 'not_found') return null
  throw error
}

async function NoClasses({ show, after }: { show: 'archived' | undefined; after: string | undefined }) {
  const t = await getTranslations('classes')
  const [title, text] = after
    ? [t('listEnds'), null]
    : show
      ? [t('noneArchived'), t('noneArchivedText')]
      : [t('empty'), t('emptyText')]
  return (
    <EmptyState className="border-t px-4 py-8 sm:px-6" title={title}>
      {text}
    </EmptyState>
  )
}
