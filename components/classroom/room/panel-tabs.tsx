import type { KeyboardEvent } from 'react'
import { classes } from '#components/ui/classes.ts'

export type Tab<Kind extends string> = {
  kind: Kind
  label: string
  count: number
  /** Highlights the count. */
  isNew?: boolean
}

type PanelTabsProps<Kind extends string> = {
  label: string
  tabs: Tab<Kind>[]
  chosen: Kind
  onChoose: (kind: Kind) => void
}

/** Tabs of the side panel (WAI-ARIA, "Tabs"): arrow keys select a tab, Tab moves into its content. */
export function PanelTabs<Kind extends string>({ label, tabs, chosen, onChoose }: PanelTabsProps<Kind>) {
  function walk(event: KeyboardEvent<HTMLElement>) {
    const at = tabs.findIndex(({ kind }) => kind === chosen)
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (step === 0 || !next) return
    event.preventDefault()
    onChoose(next.kind)
    document.getElementById(`panel-tab-${next.kind}`)?.focus()
  }
  return (
    <div role="tablist" aria-label={label} className="flex min-w-0 items-stretch">
      {tabs.map(({ kind, label, count, isNew }) => (
        <button
          key={kind}
          type="button"
          role="tab"
          id={`panel-tab-${kind}`}
          aria-selected={kind === chosen}
          aria-controls="panel-body"
          tabIndex={kind === chosen ? 0 : -1}
          onClick={() => onChoose(kind)}
          onKeyDown={walk}
          className={classes(
            'flex items-center gap-1.5 border-b-2 px-2.5 text-md font-medium focus-visible:-outline-offset-2',
            kind === chosen ? 'border-text text-text' : 'border-transparent text-text-2 hover:text-text',
          )}
        >
          {label}
          {count > 0 ? (
            <span
              className={classes(
                'text-xs font-semibold tabular-nums',
                isNew ? 'rounded-full bg-primary-soft px-1.5 text-primary-text' : 'text-text-3',
              )}
            >
              {count}
            </span>
          ) : null}
        </button>
      ))}
    </div>
  )
}
