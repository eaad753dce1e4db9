'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useEffect } from 'react'
import { Drawer } from '#components/ui/drawer.tsx'

type RoutedDrawerProps = {
  title: ReactNode
  meta?: ReactNode
  /** The URL with the drawer closed. */
  closeHref: string
  footer?: ReactNode
  children: ReactNode
}

/** A drawer that is opened and closed by the URL. */
export function RoutedDrawer({ closeHref, ...drawer }: RoutedDrawerProps) {
  const close = useClose(closeHref)
  useReturnedFocus()
  return <Drawer {...drawer} onClose={close} />
}

/** Focuses the link to the drawer on close, if the link was removed while the drawer was open and is back. */
function useReturnedFocus() {
  useEffect(() => {
    const address = location.pathname + location.search
    return () => {
      setTimeout(() => {
        if (document.activeElement !== document.body) return
        document.querySelector<HTMLElement>(`a[href="${CSS.escape(address)}"]`)?.focus()
      })
    }
  }, [])
}

/** Returns a function that closes the drawer by its URL and keeps the scroll position. */
export function useClose(closeHref: string): () => void {
  const router = useRouter()
  return useCallback(() => router.push(closeHref, { scroll: false }), [router, closeHref])
}
