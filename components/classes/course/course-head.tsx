import { Archive, Pencil, UserPlus } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { classesHref } from '#components/classes/classes-href.ts'
import { courseHref } from '#components/classes/course-href.ts'
import { classColour } from '#components/schedule/class-colour.ts'
import { cityOf } from '#components/schedule/session/class-time.ts'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import type { ClassDetail } from '#lib/classes/api.ts'

/** The head of a class page: title, facts and actions. */
export function CourseHead({ course, quiet }: { course: ClassDetail; quiet: boolean }) {
  const t = useTranslations('course')
  const common = useTranslations('common.modes')
  return (
    <header>
      <Link href={classesHref({})} className="link text-sm">
        {t('classes')}
      </Link>
      <div className="mt-0.5 flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="min-w-0">
          <h1 className="flex items-baseline gap-2.75 text-h1">
            <span
              aria-hidden="true"
              className="size-3.5 flex-none rounded-[4px] bg-(--class)"
              style={{ '--class': classColour(course.id) }}
            />
            <span className="min-w-0">{course.title}</span>
          </h1>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-text-2">
            {course.archived ? (
              <Badge tone="neutral" icon={<Archive />}>
                {t('archived')}
              </Badge>
            ) : null}
            {t('held', { mode: common(course.mode), place: cityOf(course.timeZone) })}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={courseHref(course.id, { panel: 'change' })} scroll={false} icon={<Pencil />}>
            {t('edit')}
          </ButtonLink>
          {course.archived ? null : (
            <ButtonLink
              href={courseHref(course.id, { panel: 'enrol' })}
              scroll={false}
              variant={quiet ? 'secondary' : 'primary'}
              icon={<UserPlus />}
            >
              {t('enrol')}
            </ButtonLink>
          )}
        </div>
      </div>
    </header>
  )
}
