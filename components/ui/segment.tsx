import Link from 'next/link'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'

type Choice<Value extends string> = { value: Value; label: string; icon?: ReactNode }

type SegmentProps<Value extends string> = {
  /** What is chosen here, for people who do not see it. */
  label: string
  /** The field's name, unique on the page. */
  name: string
  choices: Choice<Value>[]
  value: Value
  onChange: (value: Value) => void
}

/** One of a few choices, by radio buttons. */
export function Segment<Value extends string>({
  label,
  name,
  choices,
  value,
  onChange,
}: SegmentProps<Value>) {
  return (
    <fieldset className={frame} aria-label={label}>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={classes(
            part,
            'cursor-pointer has-checked:bg-chosen has-checked:text-text has-checked:shadow-1 has-focus-visible:outline-2 has-focus-visible:outline-focus',
          )}
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.icon}
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}

type SegmentLinksProps = { label: string; links: { href: string; label: string; current: boolean }[] }

/** The same look where each choice is a place of its own, such as day and week. */
export function SegmentLinks({ label, links }: SegmentLinksProps) {
  return (
    <nav className={frame} aria-label={label}>
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={link.current ? 'page' : undefined}
          className={classes(
            part,
            'hover:text-text aria-[current]:bg-chosen aria-[current]:text-text aria-[current]:shadow-1',
          )}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  )
}

const frame = 'inline-flex gap-0.5 rounded-control border bg-sunken p-0.75'
const part =
  'inline-flex h-7.5 items-center gap-1.5 rounded-[7px] px-3 text-sm font-medium whitespace-nowrap text-text-2 pointer-coarse:min-h-11 [&_svg]:size-3.75'
