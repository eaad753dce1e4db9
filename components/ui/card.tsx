import type { ComponentProps } from 'react'
import { classes } from './classes.ts'

/** A flat raised surface; `p-5` is its usual padding. */
export function Card({ className, ...props }: ComponentProps<'div'>) {
  return <div {...props} className={classes('rounded-card border bg-surface shadow-1', className)} />
}
