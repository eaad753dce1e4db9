import { Field } from './field.tsx'
import { Select } from './select.tsx'

export type Choices = { id: string; name: string }[]

type OptionalSelectProps = {
  name: string
  label: string
  hint?: string
  /** The label of the empty choice. */
  none: string
  error: string | undefined
  choices: Choices
  /** The current value, offered even if it is no longer among the choices. */
  chosen?: Choices[number] | null
  onChange?: (id: string) => void
}

/** A select with an empty choice. */
export function OptionalSelect({
  name,
  label,
  hint,
  none,
  error,
  choices,
  chosen,
  onChange,
}: OptionalSelectProps) {
  const missing = chosen && !choices.some(({ id }) => id === chosen.id) ? [chosen] : []
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Select
          {...control}
          name={name}
          defaultValue={chosen?.id ?? ''}
          onChange={(event) => onChange?.(event.target.value)}
        >
          <option value="">{none}</option>
          {[...choices, ...missing].map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
