import { createContext, useMemo, useState } from 'react'
import { rememberChoices, rememberedChoices } from './remembered.ts'

type SelfView = { hidden: boolean; setHidden: (hidden: boolean) => void }

/** Whether the self-view is hidden from the viewer; others still see the camera. */
export const SelfViewContext = createContext<SelfView>({ hidden: false, setHidden() {} })

export function useSelfView(): SelfView {
  const [hidden, showHidden] = useState(() => rememberedChoices().selfViewHidden)
  return useMemo(
    () => ({
      hidden,
      setHidden(selfViewHidden: boolean) {
        rememberChoices({ selfViewHidden })
        showHidden(selfViewHidden)
      },
    }),
    [hidden],
  )
}
