import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Input } from '#components/ui/input.tsx'

type PeopleSearchProps = { words: string; found: number; onChange: (words: string) => void }

/** Finds somebody in a list that is longer than one looks through. */
export default function PeopleSearch({ words, found, onChange }: PeopleSearchProps) {
  const t = useTranslations('room.people')
  return (
    <div className="px-4 pb-1">
      <div className="relative">
        <Search aria-hidden="true" className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-text-3" />
        <Input
          type="search"
          aria-label={t('search')}
          value={words}
          placeholder={t('search')}
          onChange={(event) => onChange(event.target.value)}
          className="pl-9"
        />
      </div>
      <p role="status" className="pt-1.5 text-sm text-text-2 empty:hidden">
        {words && found === 0 ? t('noneFound', { words }) : null}
      </p>
    </div>
  )
}
