import { createContext, useMemo, useState } from 'react'
import { rememberChoices, rememberedChoices } from './remembered.ts'

type OwnPicture = { hidden: boolean; hide: (hidden: boolean) => void }

/** Whether one's own picture is hidden from oneself; others see it all the same. */
export const OwnPictureContext = createContext<OwnPicture>({ hidden: false, hide() {} })

export function useOwnPictureState(): OwnPicture {
  const [hidden, setHidden] = useState(() => rememberedChoices().ownPictureHidden)
  return useMemo(
    () => ({
      hidden,
      hide(ownPictureHidden) {
        rememberChoices({ ownPictureHidden })
        setHidden(ownPictureHidden)
      },
    }),
    [hidden],
  )
}
