import type { ReactNode } from 'react'
import { classes } from './classes.ts'

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode; className?: string }

/** A message for an empty list, and one action. */
export function EmptyState({ title, children, action, className }: EmptyStateProps) {
  return (
    <div className={classes('flex flex-col items-start gap-1', className)}>
      <h2 className="text-h3">{title}</h2>
      {children ? <p className="text-text-2">{children}</p> : null}
      {action ? <div className="mt-3 flex gap-2">{action}</div> : null}
    </div>
  )
}
