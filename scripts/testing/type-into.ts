import { act } from 'react'

/** Sets the value of a field rendered by React, as typing does. */
export async function typeInto(field: HTMLInputElement | HTMLTextAreaElement | null, text: string) {
  // React overrides the element's own property; the setter of the class makes it notice the change.
  const setValue = field && Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set
  await act(async () => {
    setValue?.call(field, text)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
