import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { EntryState } from '#components/classroom/room-state/entry-state.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'

/** Shows the entry state in the tab title, visible from other tabs. */
export function useTabTitle(entry: EntryState, { classTitle: title }: SessionDetail) {
  const preview = useTranslations('preview')
  const waiting = useTranslations('lobby')
  const room = useTranslations('room')
  const tabTitle = titleOf()
  useEffect(() => {
    document.title = `${tabTitle} · Koding Caravan`
  }, [tabTitle])

  function titleOf(): string {
    switch (entry.phase) {
      case 'preview':
        return preview('pageTitle')
      case 'waiting':
        return waiting('pageTitle', { title })
      case 'ended':
        return waiting(`ended.pageTitle.${entry.reason}`, { title })
      default:
        return room('pageTitle', { title })
    }
  }
}
