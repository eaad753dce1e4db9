'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { alwaysShowsPreview, setAlwaysShowsPreview } from '#components/classroom/media/remembered.ts'
import { Toggle } from '#components/ui/toggle.tsx'

/** Whether one looks at oneself before every class, or only where the last devices do not work. */
export function PreviewChoice() {
  const t = useTranslations('account')
  const [always, setAlways] = useState(false)
  // Known in the browser alone.
  useEffect(() => setAlways(alwaysShowsPreview()), [])

  function choose(checked: boolean) {
    setAlwaysShowsPreview(checked)
    setAlways(checked)
  }

  return <Toggle label={t('preview')} hint={t('previewHint')} checked={always} onChange={choose} />
}
