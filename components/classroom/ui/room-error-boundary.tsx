'use client'

import { useTranslations } from 'next-intl'
import { Component, type ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'

/** Shows a fault in the room with a button to reopen it, instead of a blank page. */
export class RoomErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <RoomErrorScreen /> : this.props.children
  }
}

function RoomErrorScreen() {
  const t = useTranslations('lobby.error')
  return (
    <main className="grid min-h-dvh place-content-center justify-items-start gap-1.5 p-6">
      <h1 className="text-h2">{t('title')}</h1>
      <p className="text-text-2">{t('text')}</p>
      <Button variant="primary" className="mt-3" onClick={() => location.reload()}>
        {t('again')}
      </Button>
    </main>
  )
}
