import type { ReactNode } from 'react'

type PageHeadProps = { title: ReactNode; meta?: ReactNode; actions?: ReactNode }

/** The head of a page inside the sheet: its only h1, details and actions. */
export function PageHead({ title, meta, actions }: PageHeadProps) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-4">
      <div className="min-w-0">
        <h1 className="text-h1">{title}</h1>
        {meta ? <p className="mt-0.5 text-text-2 tabular-nums">{meta}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  )
}
