import { Hand, Maximize2, Mic, Pin, Volume2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { TileFlag } from './tile-caption.tsx'

export type FlagsProps = {
  name: string
  /** The place in the line of hands, from 1; 0 where none is raised. */
  place: number
  hasWord: boolean
  isLarge: boolean
  isPinned: boolean
  audioOnly: boolean
}

/** The flags of a tile that has some. */
export default function Flags({ name, place, hasWord, isLarge, isPinned, audioOnly }: FlagsProps) {
  const t = useTranslations()
  return (
    <span className="absolute top-1.5 left-1.5 flex max-w-[calc(100%-0.75rem)] flex-wrap gap-1">
      {hasWord ? (
        <TileFlag icon={<Mic />} tone="raised">
          {t('order.word.flag')}
        </TileFlag>
      ) : null}
      {place > 0 ? (
        <TileFlag icon={<Hand />} tone="raised" label={t('order.hands.raised', { name, place })}>
          {t('order.hands.place', { place })}
        </TileFlag>
      ) : null}
      {isLarge ? <TileFlag icon={<Maximize2 />}>{t('order.person.spotlighted')}</TileFlag> : null}
      {isPinned ? <TileFlag icon={<Pin />}>{t('room.pin.pinned')}</TileFlag> : null}
      {audioOnly ? (
        <TileFlag icon={<Volume2 />} tone="weak">
          {t('order.person.audioOnly')}
        </TileFlag>
      ) : null}
    </span>
  )
}
