import type { ReactNode } from 'react'

/** One thing about a connection, in a list of them. */
export function ConnectionItem({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-2.5 text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:flex-none [&>svg]:stroke-[1.75]">
      {icon}
      <span>{children}</span>
    </li>
  )
}
