import { classes } from './classes.ts'

/** A ring that turns while an action is running. */
export function Spinner({ turns = true }: { turns?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'size-4 flex-none rounded-full border-2 border-current border-r-transparent',
        turns && 'animate-spin',
      )}
    />
  )
}
