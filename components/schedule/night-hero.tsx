import type { ReactNode } from 'react'

type NightHeroProps = {
  /** The id of the heading inside. */
  titleId: string
  children: ReactNode
  /** Content on the right; on phones at the top. */
  aside?: ReactNode
  /** Content along the bottom. */
  trail: ReactNode
}

/** The highlight of a student's home page: night colours in both themes. */
export function NightHero({ titleId, children, aside, trail }: NightHeroProps) {
  return (
    <div className="overflow-hidden rounded-stage shadow-2 ring-1 ring-night-edge">
      <section
        data-theme="dark"
        aria-labelledby={titleId}
        className="relative grid gap-5 bg-night px-5 pt-5.5 pb-30 sm:min-h-107 sm:grid-cols-[minmax(0,1fr)_minmax(0,18rem)] sm:gap-8 sm:px-11 sm:pt-9.5 sm:pb-40"
      >
        <div className="absolute inset-x-0 bottom-0 h-21 sm:h-34.5">{trail}</div>
        <div className="relative sm:order-2 sm:text-right">{aside}</div>
        <div className="relative">{children}</div>
      </section>
    </div>
  )
}
