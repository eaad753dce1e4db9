import { MapPin, Monitor, Repeat2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Action } from '#components/forms/use-action.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { HeadCell, Table, TableHead, TableRow } from '#components/ui/table.tsx'
import type { ClassDetail, ClassStudent } from '#lib/classes/api.ts'
import { formatDay } from '#lib/time/format.ts'
import { RemoveStudent } from './remove-student.tsx'
import { SeatKindChoice } from './seat-kind-choice.tsx'

export type StudentActions = {
  change: Action<{ waitlisted: number }>
  remove: Action<unknown>
}

type StudentTableProps = {
  course: ClassDetail
  students: ClassStudent[]
  zone: string
  actions: StudentActions
}

/** The students of a class: usual seat kind, and seat kind in the next session. */
export function StudentTable({ course, students, zone, actions }: StudentTableProps) {
  const t = useTranslations('course')
  return (
    <Table>
      <TableHead>
        <HeadCell className="pl-4 sm:pl-6">{t('student')}</HeadCell>
        {course.inPersonCapacity > 0 ? (
          <HeadCell className="w-48 @max-lg:w-44">{t('inClass')}</HeadCell>
        ) : null}
        <HeadCell className="w-2/5 @max-2xl:hidden">
          {course.next ? t('next', { day: formatDay(course.next.startsAt, zone) }) : t('noNext')}
        </HeadCell>
        <HeadCell className="w-12 sm:w-16">
          <span className="sr-only">{t('actions')}</span>
        </HeadCell>
      </TableHead>
      <tbody>
        {students.map((student) => (
          <TableRow key={student.id} className="h-13">
            <td className="py-1.5 pr-3 pl-4 sm:pl-6">
              <span className="flex items-center gap-2.75">
                <Avatar id={student.id} name={student.name} size="sm" className="@max-lg:hidden" />
                <span className="min-w-0">
                  <span className="block truncate font-medium">{student.name}</span>
                  <span className="block truncate text-xs text-text-2">{student.email}</span>
                  <span className="block truncate text-sm text-text-2 @2xl:hidden">
                    <NextSeat student={student} />
                  </span>
                </span>
              </span>
            </td>
            {course.inPersonCapacity > 0 ? (
              <td>
                <SeatKindChoice classId={course.id} student={student} change={actions.change} />
              </td>
            ) : null}
            <td className="@max-2xl:hidden">
              <NextSeat student={student} />
            </td>
            <td className="pr-2 text-right sm:pr-5">
              <RemoveStudent course={course} student={student} remove={actions.remove} />
            </td>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}

function NextSeat({ student: { kind, next } }: { student: ClassStudent }) {
  const t = useTranslations('course')
  if (!next) return null
  const { seat, waitlistedFor } = next
  const thisTimeOnly = seat !== null && seat !== kind && waitlistedFor === null
  const Icon = thisTimeOnly ? Repeat2 : (seat ?? waitlistedFor) === 'in_person' ? MapPin : Monitor
  if (!seat && !waitlistedFor) return <span className="text-text-2">{t('noSeat')}</span>
  return (
    <span className="inline-flex max-w-full items-center gap-1.75 text-text-2">
      <Icon aria-hidden="true" className="size-3.75 flex-none stroke-[1.75]" />
      <span className="truncate">
        {seat === null && waitlistedFor ? t(`waitlistFor.${waitlistedFor}`) : null}
        {seat && waitlistedFor ? t(`seatedAndWaitlisted.${seat}`) : null}
        {seat && !waitlistedFor ? (thisTimeOnly ? t(`thisTime.${seat}`) : t(`seat.${seat}`)) : null}
      </span>
    </span>
  )
}
