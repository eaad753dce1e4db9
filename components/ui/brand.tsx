import { classes } from './classes.ts'

/** The product's mark and name. */
export function Brand({ className }: { className?: string }) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-2.5 text-[0.9375rem] leading-5 font-semibold tracking-[-.012em] whitespace-nowrap text-text',
        className,
      )}
    >
      <BrandMark />
      Koding Caravan
    </span>
  )
}

function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-7 flex-none overflow-hidden rounded-[8px]">
      <rect width="32" height="32" fill="#151a2d" />
      <path d="M-1 24C5 24 8 15.5 14 15.5S22 24 33 22v11H-1z" fill="#f5a54c" />
      <path d="M-1 29c8 0 12-7.5 19-7.5S26 27 33 26v8H-1z" fill="#ab4a23" />
      <g fill="#f1ece4">
        <circle cx="9.4" cy="13.6" r="1.7" />
        <circle cx="14.6" cy="10.9" r="2.1" />
        <circle cx="21" cy="12.2" r="2.6" />
      </g>
    </svg>
  )
}
