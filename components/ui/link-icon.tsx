'use client'

import { useLinkStatus } from 'next/link'
import { type ReactNode, useEffect, useState } from 'react'
import { Spinner } from './spinner.tsx'

const SHOWN_AFTER_MS = 300

/** The icon of a link, replaced by a spinner if its page takes longer than 300 ms. */
export function LinkIcon({ icon }: { icon: ReactNode }) {
  const { pending } = useLinkStatus()
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!pending) return
    const timer = setTimeout(() => setLate(true), SHOWN_AFTER_MS)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [pending])
  return isLate ? <Spinner /> : icon
}
