import { useSyncExternalStore } from 'react'

/** `landscape`: a phone in landscape orientation, or any window of that height. */
export type ScreenSize = 'phone' | 'landscape' | 'tablet' | 'desktop' | 'wide'

const queries: [ScreenSize, string][] = [
  ['landscape', '(max-height: 30rem) and (min-width: 48rem)'],
  ['wide', '(min-width: 100rem)'],
  ['desktop', '(min-width: 75rem)'],
  ['tablet', '(min-width: 48rem)'],
]

/** Screen size: breakpoints at 1600, 1200 and 768 px, below these a phone, in portrait or landscape. */
export function useScreenSize(): ScreenSize {
  return useSyncExternalStore(subscribe, read)
}

function subscribe(onChange: () => void) {
  const lists = queries.map(([, query]) => matchMedia(query))
  for (const list of lists) list.addEventListener('change', onChange)
  return () => {
    for (const list of lists) list.removeEventListener('change', onChange)
  }
}

function read(): ScreenSize {
  return queries.find(([, query]) => matchMedia(query).matches)?.[0] ?? 'phone'
}
