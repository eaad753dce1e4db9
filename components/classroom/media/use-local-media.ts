import { useSyncExternalStore } from 'react'
import { type LocalMedia, type LocalMediaState, noMedia } from './local-media.ts'

export function useLocalMedia(media: LocalMedia): LocalMediaState {
  return useSyncExternalStore(
    media.subscribe,
    () => media.state,
    () => noMedia,
  )
}
