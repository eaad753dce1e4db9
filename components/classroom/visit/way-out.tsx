import type { ReactNode } from 'react'

type WayOutProps = { href: string; look: 'primary' | 'secondary' | 'ghost'; children: ReactNode }

/** A link out of the classroom. The page it leads to is loaded anew, so that nothing of the room stays behind. */
export function WayOut({ href, look, children }: WayOutProps) {
  return (
    <a
      href={href}
      className={`inline-flex h-9.5 items-center gap-2 rounded-control border px-3.5 text-md font-[550] whitespace-nowrap transition-colors duration-120 pointer-coarse:min-h-11 [&>svg]:size-4.5 [&>svg]:flex-none [&>svg]:stroke-[1.75] ${looks[look]}`}
    >
      {children}
    </a>
  )
}

const looks = {
  primary: 'border-transparent bg-primary text-on-primary shadow-1 hover:bg-primary-hover',
  secondary: 'border-border-strong bg-surface text-text shadow-1 hover:bg-hover',
  ghost: 'border-transparent text-text-2 hover:bg-hover hover:text-text',
}
