/** Moves the focus to the element. Use as `ref` on an element that replaces the one that was pressed. */
export function focusOnMount(element: HTMLElement | null) {
  element?.focus({ preventScroll: true })
}
