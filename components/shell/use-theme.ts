'use client'

import { useSyncExternalStore } from 'react'
import { type Theme, themeOf } from './theme.ts'

/** The theme chosen in this browser, read from the root element's data-theme. */
export function useTheme(): Theme {
  return useSyncExternalStore(watchRoot, currentTheme, () => 'system')
}

function currentTheme(): Theme {
  return themeOf(document.documentElement.dataset.theme)
}

function watchRoot(onChange: () => void) {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
