import { UserPlus } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { classColour } from '#components/schedule/class-colour.ts'
import { cityOf } from '#components/schedule/session/class-time.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { HeadCell, Table, TableHead, TableRow } from '#components/ui/table.tsx'
import type { ListedClass } from '#lib/classes/api.ts'
import { formatDay, formatZonedTime } from '#lib/time/format.ts'
import { classesHref } from './classes-href.ts'
import { courseHref } from './course-href.ts'

type ClassTableProps = { classes: ListedClass[]; zone: string; after: string | undefined }

/** The classes with their students and next session; on phones the session is below the title. */
export function ClassTable({ classes, zone, after }: ClassTableProps) {
  const t = useTranslations('classes')
  return (
    <Table>
      <TableHead>
        <HeadCell className="pl-4 sm:pl-6">{t('class')}</HeadCell>
        <HeadCell className="w-44 @max-5xl:hidden">{t('mode')}</HeadCell>
        <HeadCell className="w-54 @max-3xl:hidden">{t('next')}</HeadCell>
        <HeadCell className="w-22 text-right @max-xl:hidden">{t('students')}</HeadCell>
        <HeadCell className="w-48 pl-6 @max-3xl:hidden">{t('places')}</HeadCell>
        <HeadCell className="w-28 @xl:w-34">
          <span className="sr-only">{t('actions')}</span>
        </HeadCell>
      </TableHead>
      <tbody>
        {classes.map((course) => (
          <ClassRow key={course.id} course={course} zone={zone} after={after} />
        ))}
      </tbody>
    </Table>
  )
}

function ClassRow({ course, zone, after }: { course: ListedClass; zone: string; after: string | undefined }) {
  const t = useTranslations('classes')
  const common = useTranslations('common.modes')
  const next = useNext(course, zone)
  const place = cityOf(course.timeZone)
  const values = { online: course.capacity, room: course.inPersonCapacity }
  const places = course.inPersonCapacity > 0 ? t('placesOfBoth', values) : t('placesOf', values)
  return (
    <TableRow className="h-14 tabular-nums">
      <td className="py-2 pr-4 pl-4 sm:pl-6">
        <div className="flex gap-2.75">
          <span
            aria-hidden="true"
            className="mt-1.25 size-2.75 flex-none rounded-[3px] bg-(--class)"
            style={{ '--class': classColour(course.id) }}
          />
          <div className="min-w-0">
            <Link
              href={courseHref(course.id)}
              prefetch={false}
              className="block font-medium hover:underline sm:truncate"
            >
              {course.title}
            </Link>
            <span className="block truncate text-sm text-text-2 @max-5xl:hidden">
              {t('classTime', { place })}
            </span>
            <span className="block text-sm text-text-2 @5xl:hidden">
              {t('held', { mode: common(course.mode), place })}
            </span>
            <span className="block text-sm text-text-2 @3xl:hidden">
              {t('filled', { students: course.students })} {places}
            </span>
            <span className="block text-sm text-text-2 @3xl:hidden">{t('nextIs', { next })}</span>
          </div>
        </div>
      </td>
      <td className="pr-4 @max-5xl:hidden">{common(course.mode)}</td>
      <td className="pr-4 @max-3xl:hidden">{next}</td>
      <td className="text-right @max-xl:hidden">{course.students}</td>
      <td className="pl-6 @max-3xl:hidden">{places}</td>
      <td className="pr-4 text-right sm:pr-6">
        {course.archived ? null : (
          <ButtonLink
            size="sm"
            icon={<UserPlus />}
            href={classesHref({ after, panel: 'enrol', classId: course.id })}
            scroll={false}
            aria-label={t('enrolIn', { title: course.title })}
          >
            {t('enrol')}
          </ButtonLink>
        )}
      </td>
    </TableRow>
  )
}

function useNext({ nextStartsAt }: ListedClass, zone: string): string {
  const t = useTranslations('classes')
  if (!nextStartsAt) return t('noneNext')
  const time = formatZonedTime(nextStartsAt, zone)
  return t('nextAt', { day: formatDay(nextStartsAt, zone), time })
}
