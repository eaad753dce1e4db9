/** As a `ref`: what one pressed is gone from the page, and the focus goes on to what came in its place. */
export function focusOnMount(element: HTMLElement | null) {
  element?.focus({ preventScroll: true })
}
