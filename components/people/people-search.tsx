import { Search } from 'lucide-react'
import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import type { Role } from '#lib/identity/actor.ts'
import { LONGEST } from '#lib/kernel/text-limits.ts'

type PeopleSearchProps = { role?: Role; search?: string; sameName?: boolean }

/** Looks for people by name or e-mail; the address keeps what was looked for. */
export function PeopleSearch({ role, search, sameName }: PeopleSearchProps) {
  const t = useTranslations('people')
  return (
    <Form action="/admin/people" role="search" className="w-full sm:max-w-72">
      {role ? <input type="hidden" name="role" value={role} /> : null}
      {sameName ? <input type="hidden" name="sameName" value="true" /> : null}
      <LimitedInput
        key={search}
        type="search"
        name="search"
        aria-label={t('search')}
        placeholder={t('search')}
        defaultValue={search}
        longest={LONGEST.search}
        autoComplete="off"
        className="pr-11"
        inside={
          <IconButton
            type="submit"
            label={t('searchButton')}
            icon={<Search />}
            className="absolute top-1/2 right-1 -translate-y-1/2"
          />
        }
      />
    </Form>
  )
}
