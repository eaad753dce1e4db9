import type { ReactNode } from 'react'
import { BottomTabs } from './bottom-tabs.tsx'
import type { Destination } from './destinations.tsx'
import { TopBar } from './top-bar.tsx'

type StudentShellProps = {
  destinations: Destination[]
  account: Destination
  now: ReactNode
  menu: ReactNode
  children: ReactNode
}

/** A top bar over one column of 1120 px; on phones tabs at the bottom. */
export function StudentShell({ destinations, account, now, menu, children }: StudentShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar destinations={destinations} now={now} menu={menu} />
      <main id="content" className="mx-auto w-full max-w-280">
        {children}
      </main>
      <BottomTabs destinations={[...destinations, account]} />
    </div>
  )
}
