import { Search } from 'lucide-react'
import { IconButton } from '#components/ui/icon-button.tsx'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { LimitedInput } from './limited-input.tsx'

type SearchFieldProps = {
  /** The label and placeholder. */
  label: string
  button: string
  search: string | undefined
}

/** The field `search` of a form whose terms are kept in the URL, with its button. Needs the texts of `common`. */
export function SearchField({ label, button, search }: SearchFieldProps) {
  return (
    <LimitedInput
      key={search}
      type="search"
      name="search"
      aria-label={label}
      placeholder={label}
      defaultValue={search}
      longest={MAX_LENGTH.search}
      autoComplete="off"
      className="pr-11"
      inside={
        <IconButton
          type="submit"
          label={button}
          icon={<Search />}
          className="absolute top-1/2 right-1 -translate-y-1/2"
        />
      }
    />
  )
}
