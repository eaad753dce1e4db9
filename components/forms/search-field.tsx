import { Search } from 'lucide-react'
import { IconButton } from '#components/ui/icon-button.tsx'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { LimitedInput } from './limited-input.tsx'

type SearchFieldProps = {
  /** What is searched, for the label and the placeholder. */
  label: string
  button: string
  search: string | undefined
}

/** The field `search` of a form that keeps the words in the address, with its button. Needs the texts of `common`. */
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
