import { act } from 'react'

/** Writes into a field that React has drawn, as typing does. */
export async function typeInto(field: HTMLInputElement | HTMLTextAreaElement | null, text: string) {
  // React listens to the element's own property; only the class's tells it of a change.
  const setValue = field && Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set
  await act(async () => {
    setValue?.call(field, text)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
