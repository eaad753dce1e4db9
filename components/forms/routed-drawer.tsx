'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useEffect } from 'react'
import { Drawer } from '#components/ui/drawer.tsx'

type RoutedDrawerProps = {
  title: ReactNode
  meta?: ReactNode
  /** The address without the drawer. */
  closeHref: string
  footer?: ReactNode
  children: ReactNode
}

/** A drawer that is open because the address says so. */
export function RoutedDrawer({ closeHref, ...drawer }: RoutedDrawerProps) {
  const close = useClose(closeHref)
  useReturnedFocus()
  return <Drawer {...drawer} onClose={close} />
}

/** What opened the drawer may have made way for it: then the link to it gets the focus when it is there again. */
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

/** Goes to the address without the drawer; what is beside it stays where it is. */
export function useClose(closeHref: string): () => void {
  const router = useRouter()
  return useCallback(() => router.push(closeHref, { scroll: false }), [router, closeHref])
}
