'use client'

import { type ComponentProps, type ReactNode, useId, useImperativeHandle, useRef, useState } from 'react'
import { Input, Textarea } from '#components/ui/input.tsx'
import { type Cleaning, countExcess } from './count-excess.ts'
import { TooLong } from './too-long.tsx'
import { useLimit } from './use-limit.ts'

type Limited<Props> = Omit<Props, 'maxLength'> & {
  /** In code points. A longer text is kept, the excess is shown, and the form is not sent. */
  longest: number
}

type LimitedInputProps = Limited<ComponentProps<'input'>> & {
  /** The text is counted unchanged, as in a password. */
  asSent?: boolean
  /** Content over the field, such as a button at its end. */
  inside?: ReactNode
}

/** An input that shows when its text is too long for the API. Needs the texts of `common`. */
export function LimitedInput({ longest, asSent, inside, ref, ...input }: LimitedInputProps) {
  const field = useRef<HTMLInputElement>(null)
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => field.current)
  const { note, ...limit } = useLimited(field, input, { longest, taken: asSent ? 'sent' : 'line' })
  return (
    <>
      <span className="relative block">
        <Input {...input} {...limit} ref={field} />
        {inside}
      </span>
      {note}
    </>
  )
}

/** The same for several lines. */
export function LimitedTextarea({ longest, ref, ...input }: Limited<ComponentProps<'textarea'>>) {
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => field.current)
  const { note, ...limit } = useLimited(field, input, { longest, taken: 'paragraphs' })
  return (
    <>
      <Textarea {...input} {...limit} ref={field} />
      {note}
    </>
  )
}

type Written = Pick<ComponentProps<'input'>, 'value' | 'defaultValue' | 'aria-describedby' | 'aria-invalid'>

function useLimited(
  field: Parameters<typeof useLimit>[0],
  input: Written,
  { longest, taken }: { longest: number; taken: Cleaning },
) {
  const id = useId()
  const [typed, setTyped] = useState(input.defaultValue)
  const excess = countExcess(String(input.value ?? typed ?? ''), longest, taken)
  useLimit(field, excess)
  return {
    onInput: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    'aria-describedby': [excess > 0 && id, input['aria-describedby']].filter(Boolean).join(' ') || undefined,
    'aria-invalid': excess > 0 || input['aria-invalid'],
    note: <TooLong id={id} excess={excess} />,
  }
}
