import { createContext, useContext, useMemo, useState } from 'react'
import { rememberChoices, rememberedChoices } from '#components/classroom/media/remembered.ts'
import type { TileKey } from './tile-key.ts'

/** What decides how tiles are shown to the viewer, beside the room state. */
export type StageChoices = {
  /** The trainer's identity from the session. A participant's own metadata is not trusted. */
  trainerId: string
  /** Local pin of the viewer. `pin(null)` unpins. */
  pinned: TileKey | null
  pin: (tile: TileKey | null) => void
  /** Whether the self-view is hidden from the viewer; others still see the camera. */
  isSelfViewHidden: boolean
  hideSelfView: (hidden: boolean) => void
}

export const StageChoicesContext = createContext<StageChoices>({
  trainerId: '',
  pinned: null,
  pin: () => {},
  isSelfViewHidden: false,
  hideSelfView: () => {},
})

export function useStageChoices(): StageChoices {
  return useContext(StageChoicesContext)
}

/** The choices of a room's page; a hidden self-view is remembered in this browser. */
export function useNewStageChoices(trainerId: string): StageChoices {
  const [pinned, pin] = useState<TileKey | null>(null)
  const [isSelfViewHidden, setSelfViewHidden] = useState(() => rememberedChoices().selfViewHidden)
  return useMemo(
    () => ({
      trainerId,
      pinned,
      pin,
      isSelfViewHidden,
      hideSelfView(selfViewHidden) {
        rememberChoices({ selfViewHidden })
        setSelfViewHidden(selfViewHidden)
      },
    }),
    [trainerId, pinned, isSelfViewHidden],
  )
}
