import { Search } from 'lucide-react'
import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Input } from '#components/ui/input.tsx'
import type { Role } from '#lib/identity/actor.ts'

type PeopleSearchProps = { role?: Role; search?: string; sameName?: boolean }

/** Looks for people by name or e-mail; the address keeps what was looked for. */
export function PeopleSearch({ role, search, sameName }: PeopleSearchProps) {
  const t = useTranslations('people')
  return (
    <Form action="/admin/people" role="search" className="relative w-full sm:max-w-72">
      {role ? <input type="hidden" name="role" value={role} /> : null}
      {sameName ? <input type="hidden" name="sameName" value="true" /> : null}
      <Input
        key={search}
        type="search"
        name="search"
        aria-label={t('search')}
        placeholder={t('search')}
        defaultValue={search}
        maxLength={120}
        autoComplete="off"
        className="pr-11"
      />
      <IconButton
        type="submit"
        label={t('searchButton')}
        icon={<Search />}
        className="absolute top-1/2 right-1 -translate-y-1/2"
      />
    </Form>
  )
}
