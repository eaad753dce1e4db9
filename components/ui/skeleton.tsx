import { classes } from './classes.ts'

/** A placeholder in the real shape of the content: `<Skeleton className="h-4 w-48" />`. Appears after 300 ms. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'block animate-skeleton rounded-sm bg-linear-to-r from-sunken via-hover to-sunken bg-size-[200%_100%] motion-reduce:animate-none',
        className,
      )}
    />
  )
}
