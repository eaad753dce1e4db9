import type { ReactNode } from 'react'

/** Group of people under a common heading. */
export function PeopleSection({
  title,
  count,
  children,
}: {
  title: string
  count: number
  children: ReactNode
}) {
  return (
    <section aria-label={title} className="border-t py-2 first:border-t-0">
      <h2 className="px-4 py-1 text-sm font-semibold">
        {title} <span className="font-medium text-text-2 tabular-nums">{count}</span>
      </h2>
      {children}
    </section>
  )
}
