import { useTranslations } from 'next-intl'
import type { Fact } from '#components/forms/diff-facts.ts'
import type { CourseClass } from '#lib/classes/api.ts'

/** The fields of the class form, as label and text. */
export function useClassFacts(): (course: CourseClass) => Fact[] {
  const t = useTranslations('admin.conflict')
  const form = useTranslations('classes.form')
  const common = useTranslations('common')
  return (course) => [
    { label: t('facts.title'), value: course.title },
    { label: t('facts.shortTitle'), value: course.shortTitle ?? '' },
    { label: t('facts.mode'), value: common(`modes.${course.mode}`) },
    { label: t('facts.capacity'), value: String(course.capacity) },
    { label: t('facts.inPersonCapacity'), value: String(course.inPersonCapacity) },
    { label: t('facts.location'), value: course.location?.name ?? '' },
    { label: t('facts.trainer'), value: course.trainer?.name ?? '' },
    { label: t('facts.zone'), value: course.timeZone },
    { label: t('facts.admission'), value: form(`admissions.${course.admission}`) },
    { label: t('facts.maySwitch'), value: course.studentsMaySwitch ? t('yes') : t('no') },
    { label: t('facts.switchUntil'), value: String(course.switchUntilMinutes) },
    { label: t('facts.archived'), value: course.archived ? t('yes') : t('no') },
  ]
}
