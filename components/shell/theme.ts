import { YEAR_S } from '#lib/kernel/durations.ts'

export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** The theme of a cookie or a data-theme attribute; without a valid value, the system's. */
export function themeOf(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** Applies the theme at once and stores it in this browser. */
export function saveTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  const age = theme === 'system' ? 0 : YEAR_S
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox's older versions
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`
}
