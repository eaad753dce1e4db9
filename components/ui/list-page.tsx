import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { ButtonLink } from './button-link.tsx'
import { PageHead } from './page-head.tsx'

/** A list that scrolls on its own, with a drawer or a side column; below 1024 px they lie over or under it. */
export function SplitPage({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-1 max-lg:flex-col lg:h-[calc(100dvh-1.125rem)] lg:flex-none [&>:first-child]:overflow-y-auto">
      {children}
    </div>
  )
}

type ListPageProps = ComponentProps<typeof PageHead> &
  ComponentProps<typeof Pager> & {
    /** Between the title and the list. */
    filters?: ReactNode
    /** Replaces the list if it has no rows; otherwise false. */
    empty: ReactNode
    children: ReactNode
  }

/** A page with one list, from edge to edge. */
export function ListPage({ title, meta, actions, filters, empty, children, ...pager }: ListPageProps) {
  return (
    <div className="@container min-w-0 flex-1 pt-5 pb-8">
      <div className="flex flex-col gap-4 px-4 pb-4 sm:px-6">
        <PageHead title={title} meta={meta} actions={actions} />
        {filters}
      </div>
      {empty ? <div className="border-t px-4 py-8 sm:px-6">{empty}</div> : children}
      <Pager {...pager} />
    </div>
  )
}

type PagerProps = {
  after: string | undefined
  nextCursor: string | null
  hrefOf: (after?: string) => string
  /** The list goes back in time: its links are “Newest” and “Older”. */
  newestFirst?: boolean
}

/** Links to the first and the next page of a list. */
export function Pager({ after, nextCursor, hrefOf, newestFirst = false }: PagerProps) {
  const t = useTranslations('common.pages')
  if (!after && !nextCursor) return null
  return (
    <nav aria-label={t('label')} className="flex items-center justify-between gap-3 px-4 pt-4 sm:px-6">
      {after ? (
        <ButtonLink variant="ghost" size="sm" href={hrefOf()}>
          {t(newestFirst ? 'newest' : 'first')}
        </ButtonLink>
      ) : null}
      {nextCursor ? (
        <ButtonLink variant="ghost" size="sm" href={hrefOf(nextCursor)} className="ml-auto">
          {t(newestFirst ? 'older' : 'next')}
          <ChevronRight />
        </ButtonLink>
      ) : null}
    </nav>
  )
}
