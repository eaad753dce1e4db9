import type { ReactNode } from 'react'
import { Brand } from '#components/ui/brand.tsx'

/** A full page around a message, outside the shell. */
export function MessagePage({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-16 items-center px-4 sm:px-8">
        <Brand />
      </header>
      <main className="flex flex-1 px-4 pb-16">{children}</main>
    </div>
  )
}
