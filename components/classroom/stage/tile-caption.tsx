import type { ReactNode } from 'react'

/** Who it is, at the tile's lower edge. */
export function TileCaption({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="absolute bottom-1.5 left-1.5 flex h-6 max-w-[calc(100%-0.75rem)] items-center gap-1.25 rounded-[7px] bg-[rgb(10_13_26/.78)] pr-2 pl-1.5 text-xs font-medium text-[#f6f1e9] [&>svg]:size-3.25 [&>svg]:flex-none">
      {icon}
      <span className="truncate">{children}</span>
    </span>
  )
}

/** Something to know about the person, at the tile's upper edge. */
export function TileFlag({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="absolute top-1.5 left-1.5 flex h-6 items-center gap-1.25 rounded-[7px] bg-[rgb(10_13_26/.78)] pr-2 pl-1.5 text-xs font-semibold text-[#f6f1e9] [&>svg]:size-3.25 [&>svg]:flex-none">
      {icon}
      {children}
    </span>
  )
}
