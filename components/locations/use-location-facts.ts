import { useTranslations } from 'next-intl'
import type { Fact } from '#components/forms/diff-facts.ts'
import type { Location } from '#lib/locations/api.ts'

/** The fields of the location form, as label and text. */
export function useLocationFacts(): (location: Location) => Fact[] {
  const t = useTranslations('admin.conflict')
  return ({ name, capacity, archived }) => [
    { label: t('facts.name'), value: name },
    { label: t('facts.people'), value: String(capacity) },
    { label: t('facts.archived'), value: archived ? t('yes') : t('no') },
  ]
}
