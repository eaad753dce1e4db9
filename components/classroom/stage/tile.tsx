import { memo } from 'react'
import { useParticipant } from '#components/classroom/livekit/people.ts'
import type { TileKey } from '#components/classroom/room-state/tile-key.ts'
import { CameraTile } from './camera-tile.tsx'
import { ScreenTile } from './screen-tile.tsx'

type TileProps = Pick<TileKey, 'identity' | 'source'> & { size: 'large' | 'grid' | 'strip' }

/** One picture. Subscribes only to its own participant: other speakers cause no render here. */
export const Tile = memo(function Tile({ identity, source, size }: TileProps) {
  const participant = useParticipant(identity)
  if (!participant) return null
  return source === 'screen' ? (
    <ScreenTile participant={participant} size={size} />
  ) : (
    <CameraTile participant={participant} size={size} />
  )
})
