import { ChevronRight } from 'lucide-react'
import { ButtonLink } from '#components/ui/button-link.tsx'

type Step = { href: string; label: string }

type ListPagesProps = { label: string; first: Step | null; next: Step | null }

/** Links to the first and the next page of a list. */
export function ListPages({ label, first, next }: ListPagesProps) {
  if (!first && !next) return null
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-3 px-4 pt-4 sm:px-6">
      {first ? (
        <ButtonLink variant="ghost" size="sm" href={first.href}>
          {first.label}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink variant="ghost" size="sm" href={next.href} className="ml-auto">
          {next.label}
          <ChevronRight />
        </ButtonLink>
      ) : null}
    </nav>
  )
}
