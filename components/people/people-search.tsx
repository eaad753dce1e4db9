import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { SearchField } from '#components/forms/search-field.tsx'
import type { Role } from '#lib/kernel/enums.ts'

type PeopleSearchProps = { role?: Role; search?: string; sameName?: boolean }

/** The search for people by name or e-mail; the URL keeps the terms. */
export function PeopleSearch({ role, search, sameName }: PeopleSearchProps) {
  const t = useTranslations('people')
  return (
    <Form action="/admin/people" role="search" className="w-full sm:max-w-72">
      {role ? <input type="hidden" name="role" value={role} /> : null}
      {sameName ? <input type="hidden" name="sameName" value="true" /> : null}
      <SearchField label={t('search')} button={t('searchButton')} search={search} />
    </Form>
  )
}
