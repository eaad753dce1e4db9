'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { alwaysShowsPreview, setAlwaysShowsPreview } from '#components/classroom/media/remembered.ts'
import { Toggle } from '#components/ui/toggle.tsx'

/** Whether the preview appears before every class, or only if the last devices do not work. */
export function PreviewChoice() {
  const t = useTranslations('account')
  const [always, setAlways] = useState(false)
  // The setting exists only in the browser.
  useEffect(() => setAlways(alwaysShowsPreview()), [])

  function choose(checked: boolean) {
    setAlwaysShowsPreview(checked)
    setAlways(checked)
  }

  return <Toggle label={t('preview')} hint={t('previewHint')} checked={always} onChange={choose} />
}
