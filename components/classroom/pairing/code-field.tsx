import type { Ref } from 'react'
import { classes } from '#components/ui/classes.ts'
import { PAIRING_CODE_LENGTH } from '#lib/kernel/text-limits.ts'

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

type CodeFieldProps = {
  ref: Ref<HTMLInputElement>
  label: string
  value: string
  onChange: (code: string) => void
  invalid: boolean
}

/** Shows six boxes, but is a single field for typing, pasting and screen readers. */
export function CodeField({ ref, label, value, onChange, invalid }: CodeFieldProps) {
  return (
    <label className="group relative block">
      <span className="sr-only">{label}</span>
      <span aria-hidden="true" className="grid grid-cols-6 gap-2">
        {PLACES.map((position, index) => (
          <span
            key={position}
            className={classes(
              'grid h-13 place-items-center rounded-control border font-mono text-[1.375rem] font-semibold uppercase',
              invalid ? 'border-bad' : 'border-control',
              index === Math.min(value.length, PAIRING_CODE_LENGTH - 1) &&
                'group-focus-within:border-focus group-focus-within:ring-2 group-focus-within:ring-focus',
            )}
          >
            {value[index]}
          </span>
        ))}
      </span>
      <input
        ref={ref}
        value={value}
        onChange={(event) => onChange(codeCharactersOf(event.target.value))}
        aria-invalid={invalid || undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="absolute inset-0 size-full cursor-text opacity-0"
      />
    </label>
  )
}

function codeCharactersOf(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, PAIRING_CODE_LENGTH)
}
