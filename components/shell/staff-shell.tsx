import type { ReactNode } from 'react'
import { BottomTabs } from './bottom-tabs.tsx'
import type { Destination } from './destinations.tsx'
import { SideBar } from './side-bar.tsx'
import { TopBar } from './top-bar.tsx'

type StaffShellProps = {
  destinations: Destination[]
  account: Destination
  /** The account menu for the side bar, and for the top bar that replaces it. */
  sideMenu: ReactNode
  topMenu: ReactNode
  children: ReactNode
}

/** A side bar and one raised sheet; below 1024 px a top bar, on phones with tabs at the bottom. */
export function StaffShell({ destinations, account, sideMenu, topMenu, children }: StaffShellProps) {
  return (
    <div className="flex min-h-dvh flex-col lg:flex-row">
      <SideBar destinations={destinations} menu={sideMenu} />
      <TopBar destinations={destinations} menu={topMenu} className="lg:hidden" />
      <main
        id="content"
        className="flex min-w-0 flex-1 flex-col overflow-clip border-t bg-surface max-lg:rounded-t-stage lg:m-2 lg:ml-0 lg:rounded-card lg:border"
      >
        {children}
      </main>
      <BottomTabs destinations={[...destinations, account]} />
    </div>
  )
}
