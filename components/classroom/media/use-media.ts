import { useSyncExternalStore } from 'react'
import { noMedia, type OwnMedia, type OwnMediaState } from './own-media.ts'

export function useMedia(media: OwnMedia): OwnMediaState {
  return useSyncExternalStore(
    media.subscribe,
    () => media.state,
    () => noMedia,
  )
}
