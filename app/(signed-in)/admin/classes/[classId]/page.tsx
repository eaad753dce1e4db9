import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { z } from 'zod'
import { RecentHistory } from '#app/(signed-in)/admin/audit/recent-history.tsx'
import { ArchiveClass } from '#components/classes/course/archive-class.tsx'
import { CourseHead } from '#components/classes/course/course-head.tsx'
import { CourseSeats } from '#components/classes/course/course-seats.tsx'
import { CourseSide } from '#components/classes/course/course-side.tsx'
import { StudentFilters } from '#components/classes/course/student-filters.tsx'
import { StudentTable } from '#components/classes/course/student-table.tsx'
import { type CourseQuery, courseHref } from '#components/classes/course-href.ts'
import { RefreshOnEvents } from '#components/shell/refresh-on-events.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Pager, SplitPage } from '#components/ui/list-page.tsx'
import type { ClassDetail } from '#lib/classes/api.ts'
import { findClass } from '#lib/classes/find-class.ts'
import { listClassStudents } from '#lib/classes/list-class-students.ts'
import { currentContext, pageOr404 } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { searchText } from '#lib/kernel/fields.ts'
import { classId, userId } from '#lib/kernel/ids.ts'
import { seatKind } from '#lib/sessions/api.ts'
import { changeClass, changeEnrolment, removeWaitlisted, unenrolStudents } from './actions.ts'
import { CoursePanel } from './course-panel.tsx'

type ClassPageProps = {
  params: Promise<{ classId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: ClassPageProps): Promise<Metadata> {
  return { title: (await readClass((await params).classId)).title }
}

const A_PAGE = 50

const address = z.object({
  kind: seatKind.optional().catch(undefined),
  search: searchText
    .optional()
    .catch(undefined)
    .transform((search) => search || undefined),
  after: userId.optional().catch(undefined),
  panel: z.enum(['change', 'enrol']).optional().catch(undefined),
})

export default async function ClassPage({ params, searchParams }: ClassPageProps) {
  const context = await currentContext('ADMIN')
  const course = await readClass((await params).classId)
  const zone = await viewerZone(context)
  const { panel, ...shown } = address.parse(await searchParams)
  const { after, ...filters } = shown
  const page = { classId: course.id, ...filters, cursor: after, limit: A_PAGE }
  const { items, nextCursor } = await listClassStudents(context, page)
  const href = (address: CourseQuery) => courseHref(course.id, { ...filters, ...address })
  return (
    <Texts of={['common', 'admin', 'classes', 'course', 'seats', 'people']}>
      <SplitPage>
        <div className="@container min-w-0 flex-1 pt-4 pb-8">
          <div className="flex flex-col gap-4 px-4 pb-4 sm:px-6">
            <CourseHead course={course} quiet={panel !== undefined} />
            {course.next ? <CourseSeats next={course.next} /> : null}
            <StudentFilters course={course} shown={shown} />
          </div>
          {items.length > 0 ? (
            <StudentTable
              course={course}
              students={items}
              zone={zone}
              actions={{ change: changeEnrolment, remove: unenrolStudents }}
            />
          ) : (
            <NoStudents course={course} shown={shown} />
          )}
          <Pager after={after} nextCursor={nextCursor} hrefOf={(after) => href({ after })} />
        </div>
        {panel ? (
          <CoursePanel
            context={context}
            course={course}
            panel={panel}
            zone={zone}
            closeHref={href({ after })}
          />
        ) : (
          <CourseSide
            course={course}
            zone={zone}
            removeFromWaitlist={removeWaitlisted}
            history={<RecentHistory context={context} of={{ class: course.id }} zone={zone} />}
            archive={<ArchiveClass course={course} zone={zone} change={changeClass} />}
          />
        )}
      </SplitPage>
      <RefreshOnEvents sessionIds={course.next ? [course.next.id] : []} />
    </Texts>
  )
}

/** Cached: the page and its title share one read. */
const readClass = cache(async (id: string): Promise<ClassDetail> => {
  const parsed = classId.safeParse(id)
  if (!parsed.success) notFound()
  return pageOr404(findClass(await currentContext('ADMIN'), { classId: parsed.data }))
})

async function NoStudents({ course, shown }: { course: ClassDetail; shown: CourseQuery }) {
  const t = await getTranslations('course')
  const none = course.students.online + course.students.in_person === 0
  const [title, text] = shown.after
    ? [t('listEnds'), null]
    : none
      ? [t('empty'), t('emptyText')]
      : [t('nobodyFound'), t('nobodyFoundText')]
  return (
    <EmptyState className="border-t px-4 py-8 sm:px-6" title={title}>
      {text}
    </EmptyState>
  )
}
