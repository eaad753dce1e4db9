import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { SessionDetail } from '#lib/sessions/api.ts'
import type { Entry } from './entry-state.ts'

/** The tab says where one is, so that it can be seen from another one. */
export function useTabTitle(entry: Entry, { classTitle: title }: SessionDetail) {
  const preview = useTranslations('preview')
  const waiting = useTranslations('waiting')
  const room = useTranslations('room')
  const where = titleOf()
  useEffect(() => {
    document.title = `${where} · Koding Caravan`
  }, [where])

  function titleOf(): string {
    switch (entry.at) {
      case 'preview':
        return preview('pageTitle')
      case 'waiting':
        return waiting('pageTitle', { title })
      case 'over':
        return waiting(`over.pageTitle.${entry.because}`, { title })
      default:
        return room('pageTitle', { title })
    }
  }
}
