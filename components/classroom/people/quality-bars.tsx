import type { ConnectionQuality } from 'livekit-client'
import { classes } from '#components/ui/classes.ts'

/** Three bars. Colour and height show the same quality, and the label states it in words. */
export function QualityBars({ quality, label }: { quality: ConnectionQuality; label: string }) {
  const { lit, colour } = levels[quality]
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={`inline-flex h-3 flex-none items-end gap-0.5 ${colour}`}
    >
      {['h-[5px]', 'h-2', 'h-3'].map((height, index) => (
        <i
          key={height}
          className={classes('w-[3px] rounded-[1px] bg-current', height, index >= lit && 'opacity-30')}
        />
      ))}
    </span>
  )
}

const levels: Record<ConnectionQuality, { lit: number; colour: string }> = {
  excellent: { lit: 3, colour: 'text-ok-text' },
  good: { lit: 3, colour: 'text-ok-text' },
  poor: { lit: 1, colour: 'text-bad-text' },
  lost: { lit: 0, colour: 'text-bad-text' },
  unknown: { lit: 0, colour: 'text-text-3' },
}
