import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { type CourseQuery, courseHref, exportHref } from '#components/classes/course-href.ts'
import { SearchField } from '#components/forms/search-field.tsx'
import { ExportLink } from '#components/ui/export-link.tsx'
import { SegmentLinks } from '#components/ui/segment-links.tsx'
import type { ClassDetail } from '#lib/classes/api.ts'

/** Filters students by seat kind (online, in person) or name. */
export function StudentFilters({ course, shown }: { course: ClassDetail; shown: CourseQuery }) {
  const t = useTranslations('course')
  const { online, in_person } = course.students
  const link = (kind: CourseQuery['kind'], label: string) => ({
    href: courseHref(course.id, { kind, search: shown.search }),
    label,
    current: shown.kind === kind,
  })
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <SegmentLinks
        label={t('students')}
        links={[
          link(undefined, t('all', { count: online + in_person })),
          link('online', t('online', { count: online })),
          link('in_person', t('in_person', { count: in_person })),
        ]}
      />
      <span className="ml-auto">
        <ExportLink size="sm" href={exportHref(course.id, shown)} />
      </span>
      <Form
        action={courseHref(course.id)}
        role="search"
        aria-label={t('search')}
        className="w-full sm:max-w-60"
      >
        {shown.kind ? <input type="hidden" name="kind" value={shown.kind} /> : null}
        <SearchField label={t('search')} button={t('searchButton')} search={shown.search} />
      </Form>
    </div>
  )
}
