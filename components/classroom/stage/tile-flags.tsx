import { Hand, Maximize2, Mic, Pin, Volume2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRoomState } from '#components/classroom/follow/class-context.ts'
import { usePlaceInLine } from '#components/classroom/hands/use-hands.ts'
import { TileFlag } from './tile-caption.tsx'

type TileFlagsProps = { identity: string; name: string; isPinned: boolean }

/** What is to be known about somebody at a glance: their place in line, the word, a pin, a weak network. */
export function TileFlags({ identity, name, isPinned }: TileFlagsProps) {
  const t = useTranslations()
  const place = usePlaceInLine(identity)
  const hasWord = useRoomState((state) => state.word?.userId === identity, false)
  const isLarge = useRoomState((state) => state.spotlight === identity, false)
  const audioOnly = useRoomState((state) => state.audioOnly.some((id) => id === identity), false)
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
