import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { controlStyles } from './input.tsx'

/** The native select, so that it works in the usual way of each device. */
export function Select({ className, children, ...props }: ComponentProps<'select'>) {
  return (
    <span className={classes('relative block', className)}>
      <select {...props} className={classes(controlStyles, 'h-10 appearance-none truncate pr-9')}>
        {children}
      </select>
      <ChevronDown className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-text-2" />
    </span>
  )
}
