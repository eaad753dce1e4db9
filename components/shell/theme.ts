import { YEAR_S } from '#lib/kernel/durations.ts'

export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

/** The theme that a cookie or a data-theme attribute stands for; without one, the system's. */
export function themeOf(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** Shows the page in the theme at once, and keeps it for this browser. */
export function saveTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  const age = theme === 'system' ? 0 : YEAR_S
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox's older versions
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`
}
