import type { ComponentProps } from 'react'
import { classes } from './classes.ts'

/** A table of the full width. Its head cells set the widths of the columns. */
export function Table({ className, ...props }: ComponentProps<'table'>) {
  return <table {...props} className={classes('w-full table-fixed', className)} />
}

export function TableHead({ className, children }: ComponentProps<'thead'>) {
  return (
    <thead className={classes('text-left text-xs text-text-2', className)}>
      <tr className="border-b">{children}</tr>
    </thead>
  )
}

export function HeadCell({ className, ...props }: ComponentProps<'th'>) {
  return <th scope="col" {...props} className={classes('pb-2 font-[550]', className)} />
}

/** A body row. `className` sets its height. */
export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return <tr {...props} className={classes('border-b hover:bg-canvas', className)} />
}
