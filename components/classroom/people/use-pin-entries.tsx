import type { Participant } from 'livekit-client'
import { Pin, PinOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useStageChoices } from '#components/classroom/room-state/stage-choices.ts'
import { isSameTile, type TileKey } from '#components/classroom/room-state/tile-key.ts'
import type { MenuEntry } from '#components/ui/menu.tsx'
import { isCompanion } from '#lib/livekit/ids.ts'

/** Menu entry that pins a participant for the viewer only. Companions have no picture to pin. */
export function usePinEntries({ identity }: Participant): MenuEntry[] {
  const t = useTranslations('room.pin')
  const { pinned, pin } = useStageChoices()
  const tile: TileKey = { identity, source: 'camera' }
  const isPinned = isSameTile(pinned, tile)
  if (isCompanion(identity)) return []
  return [
    {
      label: isPinned ? t('unpinShort') : t('pinShort'),
      icon: isPinned ? <PinOff /> : <Pin />,
      onSelect: () => pin(isPinned ? null : tile),
    },
  ]
}
