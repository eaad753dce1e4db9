import type { ComponentProps } from 'react'
import { classes } from './classes.ts'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input {...props} className={classes(controlStyles, 'h-10', className)} />
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea rows={3} {...props} className={classes(controlStyles, 'py-2', className)} />
}

/** The shared styles of inputs and selects. */
export const controlStyles = classes(
  'w-full rounded-control border border-control bg-surface px-3 text-md text-text pointer-coarse:min-h-11 pointer-coarse:text-lg',
  'aria-invalid:border-bad aria-invalid:ring-1 aria-invalid:ring-bad aria-invalid:ring-inset',
  'disabled:cursor-not-allowed disabled:border-border disabled:bg-sunken disabled:text-text-3',
)
