import Link from 'next/link'
import { classes } from './classes.ts'
import { segmentFrameStyles, segmentItemStyles } from './segment-styles.ts'

type SegmentLinksProps = { label: string; links: { href: string; label: string; current: boolean }[] }

/** A segment whose choices are links to pages of their own, such as day and week. */
export function SegmentLinks({ label, links }: SegmentLinksProps) {
  return (
    <nav className={segmentFrameStyles} aria-label={label}>
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={link.current ? 'page' : undefined}
          className={classes(
            segmentItemStyles,
            'hover:text-text aria-[current]:bg-chosen aria-[current]:text-text aria-[current]:shadow-1',
          )}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  )
}
