import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ClassTable } from '#components/classes/class-table.tsx'
import { classesHref } from '#components/classes/classes-href.ts'
import { EnrolDrawer } from '#components/classes/enrol-drawer.tsx'
import { NewClass } from '#components/classes/new-class.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { ArchivedLinks } from '#components/ui/archived-links.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { ExportLink } from '#components/ui/export-link.tsx'
import { ListPage, SplitPage } from '#components/ui/list-page.tsx'
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
      <SplitPage>
        <ListPage
          title={t('title')}
          actions={
            <>
              <ExportLink href={addressOf(exportClassesEndpoint, {})} />
              {creating}
            </>
          }
          filters={<ArchivedLinks show={show} hrefOf={(show) => classesHref({ show })} />}
          empty={items.length === 0 && <NoClasses show={show} after={after} />}
          after={after}
          nextCursor={nextCursor}
          hrefOf={(after) => classesHref({ show, after })}
        >
          <ClassTable classes={items} zone={zone} after={after} />
        </ListPage>
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
      </SplitPage>
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
  return <EmptyState title={title}>{text}</EmptyState>
}
