import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Input } from '#components/ui/input.tsx'

type PeopleSearchProps = { query: string; resultCount: number; onChange: (words: string) => void }

/** Search field for a list of people that is too long to scan. */
export default function PeopleSearch({ query, resultCount, onChange }: PeopleSearchProps) {
  const t = useTranslations('room.people')
  return (
    <div className="px-4 pb-1">
      <div className="relative">
        <Search aria-hidden="true" className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-text-3" />
        <Input
          type="search"
          aria-label={t('search')}
          value={query}
          placeholder={t('search')}
          onChange={(event) => onChange(event.target.value)}
          className="pl-9"
        />
      </div>
      <p role="status" className="pt-1.5 text-sm text-text-2 empty:hidden">
        {query && resultCount === 0 ? t('noneFound', { words: query }) : null}
      </p>
    </div>
  )
}
