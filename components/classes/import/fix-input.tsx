'use client'

import { useState } from 'react'
import { Input } from '#components/ui/input.tsx'

type FixInputProps = {
  'aria-describedby': string
  'aria-invalid': true | undefined
  label: string
  /** The value in the file. */
  value: string
  inputMode?: 'email'
  onChange: (value: string) => void
}

/** An input for a faulty cell. The new value is checked on blur or Enter. */
export function FixInput({ label, value, onChange, ...props }: FixInputProps) {
  const [typed, setTyped] = useState(value)
  const [said, setSaid] = useState(value)
  if (value !== said) {
    setSaid(value)
    setTyped(value)
  }

  function finish() {
    if (typed.trim() !== value) onChange(typed.trim())
  }

  return (
    <Input
      {...props}
      aria-label={label}
      value={typed}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) finish()
      }}
    />
  )
}
