import { Hand, Maximize2, Mic, Pin, Volume2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { TileFlag } from './tile-caption.tsx'

export type FlagsProps = {
  name: string
  /** Position in the queue of hands, from 1; 0 if no hand is raised. */
  handPosition: number
  hasFloor: boolean
  isSpotlighted: boolean
  isPinned: boolean
  audioOnly: boolean
}

/** Flags of a tile. Loaded once a tile has some. */
export default function Flags({
  name,
  handPosition,
  hasFloor,
  isSpotlighted,
  isPinned,
  audioOnly,
}: FlagsProps) {
  const t = useTranslations()
  return (
    <span className="absolute top-1.5 left-1.5 flex max-w-[calc(100%-0.75rem)] flex-wrap gap-1">
      {hasFloor ? (
        <TileFlag icon={<Mic />} tone="raised">
          {t('moderation.floor.flag')}
        </TileFlag>
      ) : null}
      {handPosition > 0 ? (
        <TileFlag
          icon={<Hand />}
          tone="raised"
          label={t('moderation.hands.raised', { name, place: handPosition })}
        >
          {t('moderation.hands.position', { place: handPosition })}
        </TileFlag>
      ) : null}
      {isSpotlighted ? <TileFlag icon={<Maximize2 />}>{t('moderation.person.spotlighted')}</TileFlag> : null}
      {isPinned ? <TileFlag icon={<Pin />}>{t('room.pin.pinned')}</TileFlag> : null}
      {audioOnly ? (
        <TileFlag icon={<Volume2 />} tone="weak">
          {t('moderation.person.audioOnly')}
        </TileFlag>
      ) : null}
    </span>
  )
}
