import { useStore } from '#components/classroom/ui/store.ts'
import type { EntryState } from './entry-state.ts'
import { useRoomServices } from './room-services.ts'

/** The state of the entry into the room. Only components that call this hook re-render when it changes. */
export function useEntryState(): EntryState {
  return useStore(useRoomServices().connection, inRoom)
}

/** Until the room is shown, the steps towards it re-render nothing in it. */
function inRoom({ entry }: { entry: EntryState }): EntryState {
  return entry.phase === 'inside' || entry.phase === 'reconnecting' ? entry : outsideRoom
}

const outsideRoom: EntryState = { phase: 'preview' }
