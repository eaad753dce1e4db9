import { Pin, PinOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useStageChoices } from '#components/classroom/room-state/stage-choices.ts'
import { isSameTile, type TileKey } from '#components/classroom/room-state/tile-key.ts'

/** Pins the picture for the viewer. Visible while the tile is hovered or contains the focus. */
export function PinButton({ identity, source, name }: TileKey & { name: string }) {
  const t = useTranslations('room.pin')
  const { pinned, pin } = useStageChoices()
  const isPinned = isSameTile(pinned, { identity, source })
  const label = isPinned ? t('unpin', { name }) : t('pin', { name })
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => pin(isPinned ? null : { identity, source })}
      className="absolute top-1.5 right-1.5 grid size-7 place-items-center rounded-[8px] bg-[rgb(10_13_26/.78)] text-[#f6f1e9] opacity-0 transition-opacity duration-120 group-hover:opacity-100 focus-visible:opacity-100 focus-visible:-outline-offset-2 pointer-coarse:hidden [&>svg]:size-4"
    >
      {isPinned ? <PinOff /> : <Pin />}
    </button>
  )
}
