import { useState } from 'react'
import type { RoomActions } from '#components/classroom/connection/room-client.ts'
import type { LocalTracks } from '#components/classroom/media/local-tracks.ts'
import { useRoomApi, useRoomStateStore } from '#components/classroom/room-state/room-services.ts'
import { useToastOnFailure } from '#components/classroom/ui/use-toast-on-failure.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { initialPanel, type Panel, togglePanel } from './panel-state.ts'
import { useDeviceControl } from './use-device-control.ts'
import { useLetterShortcuts } from './use-letter-shortcuts.ts'
import { useLockGuard } from './use-lock-guard.ts'
import { useMutedByModerator } from './use-muted-by-moderator.ts'
import { useNoiseSuppression } from './use-noise-suppression.ts'
import { useScreenShare } from './use-screen-share.ts'

type RoomControlsParams = {
  actions: RoomActions
  localTracks: LocalTracks
  session: SessionDetail
  viewer: Viewer
}

/** All controls of the room page, for buttons and shortcuts. */
export function useRoomControls({ actions, localTracks, session, viewer }: RoomControlsParams) {
  const [layout, setLayout] = useState<'stage' | 'grid'>('stage')
  const [panel, setPanel] = useState<Panel | null>(initialPanel)
  const [dialog, setDialog] = useState<'shortcuts' | 'end' | null>(null)
  const lockGuard = useLockGuard()
  const serverControls = useServerControls(viewer)
  return {
    microphone: useDeviceControl('microphone', localTracks, lockGuard),
    camera: useDeviceControl('camera', localTracks, lockGuard),
    share: useScreenShare(localTracks, lockGuard),
    mutedByModerator: useMutedByModerator(localTracks),
    noise: useNoiseSuppression(localTracks),
    changeDevice: localTracks.changeDevice,
    letterShortcuts: useLetterShortcuts(),
    lockGuard,
    abilities: session.abilities,
    ...serverControls,
    layout,
    setLayout,
    toggleLayout: () => setLayout(layout === 'stage' ? 'grid' : 'stage'),
    panel,
    showPanel: setPanel,
    togglePanel: (kind: Parameters<typeof togglePanel>[1]) => setPanel(togglePanel(panel, kind)),
    closePanel: () => setPanel(null),
    dialog,
    toggleShortcuts: () => setDialog(dialog === 'shortcuts' ? null : 'shortcuts'),
    openEndDialog: () => setDialog('end'),
    closeDialog: () => setDialog(null),
    leave: actions.leave,
  }
}

export type RoomControls = ReturnType<typeof useRoomControls>

/** The controls that call our server. */
function useServerControls(viewer: Viewer) {
  const api = useRoomApi()
  const roomState = useRoomStateStore()
  const attempt = useToastOnFailure()
  const isHandUp = () => roomState.state.room?.hands.some(({ userId }) => userId === viewer.id)

  return {
    canRaiseHand: viewer.role === 'STUDENT',
    toggleHand: () => attempt(isHandUp() ? api.lowerHand(viewer.id) : api.raiseHand()),
    grantFloorToNext() {
      // By id: a second press before the update arrives must not skip the next in the queue.
      const next = roomState.state.room?.hands[0]
      if (next) attempt(api.grantFloor(next.userId))
    },
    admitAll: () => attempt(api.admit()),
    muteAll: ({ lock, except }: { lock?: boolean; except?: string } = {}) =>
      attempt(api.mute('microphone', { lock, except: except ? [except] : undefined })),
  }
}
