'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback } from 'react'
import { Drawer } from '#components/ui/drawer.tsx'

type AddressDrawerProps = {
  title: ReactNode
  meta?: ReactNode
  /** The address without the drawer. */
  closeHref: string
  footer?: ReactNode
  children: ReactNode
}

/** A drawer that is open because the address says so. */
export function AddressDrawer({ closeHref, ...drawer }: AddressDrawerProps) {
  return <Drawer {...drawer} onClose={useClose(closeHref)} />
}

/** Goes to the address without the drawer; what is beside it stays where it is. */
export function useClose(closeHref: string): () => void {
  const router = useRouter()
  return useCallback(() => router.push(closeHref, { scroll: false }), [router, closeHref])
}
