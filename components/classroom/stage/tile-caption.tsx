import type { ReactNode } from 'react'
import { classes } from '#components/ui/classes.ts'

/** Participant's name, at the tile's lower edge. */
export function TileCaption({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="absolute bottom-1.5 left-1.5 flex h-6 max-w-[calc(100%-0.75rem)] items-center gap-1.25 rounded-[7px] bg-[rgb(10_13_26/.78)] pr-2 pl-1.5 text-xs font-medium text-[#f6f1e9] [&_svg]:size-3.25 [&>svg]:flex-none">
      {icon}
      <span dir="auto" className="truncate">
        {children}
      </span>
    </span>
  )
}

type TileFlagProps = {
  icon: ReactNode
  /** Text alternative, if the content conveys its meaning only visually. */
  label?: string
  tone?: 'plain' | 'raised' | 'weak'
  children: ReactNode
}

/** Flag with a fact about the participant, at the tile's upper edge. */
export function TileFlag({ icon, label, tone = 'plain', children }: TileFlagProps) {
  return (
    <span
      className={classes(
        'flex h-6 items-center gap-1.25 rounded-[7px] pr-2 pl-1.5 text-xs font-semibold [&>svg]:size-3.25 [&>svg]:flex-none',
        tones[tone],
      )}
    >
      {icon}
      {label ? <span className="sr-only">{label}</span> : null}
      <span aria-hidden={label ? true : undefined} className="truncate">
        {children}
      </span>
    </span>
  )
}

const tones = {
  plain: 'bg-[rgb(10_13_26/.78)] text-[#f6f1e9]',
  raised: 'bg-primary text-on-primary',
  weak: 'bg-late-soft text-late-text',
}
