import { type RefObject, useEffect } from 'react'

/** Moves the focus to the first field when the form appears. */
export function FirstFocus({ form }: { form: RefObject<HTMLFormElement | null> }) {
  useEffect(() => {
    // On a touch screen the keyboard would cover the form before it is read.
    if (matchMedia('(pointer: fine)').matches) firstField(form.current)?.focus()
  }, [form])
  return null
}

/** The first field, and among radio buttons the chosen one. */
function firstField(form: HTMLFormElement | null): HTMLElement | null {
  const first = form?.querySelector<HTMLInputElement>('select, textarea, input:not([type="hidden"])') ?? null
  return first?.type === 'radio' ? (form?.querySelector<HTMLElement>('input:checked') ?? first) : first
}
