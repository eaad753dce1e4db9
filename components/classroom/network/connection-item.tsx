import type { ReactNode } from 'react'

/** Item in a list of facts about a connection. */
export function ConnectionItem({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-2.5 text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:flex-none [&>svg]:stroke-[1.75]">
      {icon}
      <span>{children}</span>
    </li>
  )
}
