import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { segmentFrameStyles, segmentItemStyles } from './segment-styles.ts'

type Choice<Value extends string> = { value: Value; label: string; icon?: ReactNode }

type SegmentProps<Value extends string> = {
  /** The accessible name of the group. */
  label: string
  /** The field's name, unique on the page. */
  name: string
  choices: Choice<Value>[]
  value: Value
  onChange: (value: Value) => void
}

/** A choice of a few values, built on radio buttons. */
export function Segment<Value extends string>({
  label,
  name,
  choices,
  value,
  onChange,
}: SegmentProps<Value>) {
  return (
    <fieldset className={segmentFrameStyles} aria-label={label}>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={classes(
            segmentItemStyles,
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
