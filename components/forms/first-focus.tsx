import { type RefObject, useEffect } from 'react'

/** Moves the focus to the first field when the form appears. */
export function FirstFocus({ form }: { form: RefObject<HTMLFormElement | null> }) {
  useEffect(() => {
    // On a touch screen the keyboard would cover the form.
    if (matchMedia('(pointer: fine)').matches) firstField(form.current)?.focus()
  }, [form])
  return null
}

/** The first field; in a group of radio buttons, the checked one. */
function firstField(form: HTMLFormElement | null): HTMLElement | null {
  const first = form?.querySelector<HTMLInputElement>('select, textarea, input:not([type="hidden"])') ?? null
  return first?.type === 'radio' ? (form?.querySelector<HTMLElement>('input:checked') ?? first) : first
}
