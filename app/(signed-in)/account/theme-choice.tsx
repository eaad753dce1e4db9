'use client'

import { useTranslations } from 'next-intl'
import { saveTheme, themes } from '#components/shell/theme.ts'
import { useTheme } from '#components/shell/use-theme.ts'
import { Segment } from '#components/ui/segment.tsx'

/** Day, night or system theme; stored in this browser. */
export function ThemeChoice() {
  const t = useTranslations('account')
  const shell = useTranslations('shell')
  return (
    <Segment
      label={t('lookLabel')}
      name="theme"
      choices={themes.map((theme) => ({ value: theme, label: shell(`themes.${theme}`) }))}
      value={useTheme()}
      onChange={saveTheme}
    />
  )
}
