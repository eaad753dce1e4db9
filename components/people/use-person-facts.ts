import { useTranslations } from 'next-intl'
import type { Fact } from '#components/forms/diff-facts.ts'
import type { ManagedPerson } from '#lib/people/api.ts'

/** The fields of the person form, as label and text. */
export function usePersonFacts(): (person: ManagedPerson) => Fact[] {
  const t = useTranslations('admin.conflict')
  const common = useTranslations('common.roles')
  return ({ name, role, disabled }) => [
    { label: t('facts.name'), value: name },
    { label: t('facts.role'), value: common(role) },
    { label: t('facts.maySignIn'), value: disabled ? t('no') : t('yes') },
  ]
}
