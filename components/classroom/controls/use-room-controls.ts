import { useState } from 'react'
import type { RoomActions } from '#components/classroom/connection/connection.ts'
import type { KeptTracks } from '#components/classroom/media/kept-tracks.ts'
import { useFollower, useRoomApi } from '#components/classroom/room-state/class-context.ts'
import { useToldAttempt } from '#components/classroom/ui/use-told-attempt.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { type Panel, panelAtFirst, togglePanel } from './panel-state.ts'
import { useDeviceControl } from './use-device-control.ts'
import { useLetterKeys } from './use-letter-keys.ts'
import { useLocked } from './use-locked.ts'
import { useNoiseSuppression } from './use-noise-suppression.ts'
import { useScreenShare } from './use-screen-share.ts'
import { useSilenced } from './use-silenced.ts'

type Asked = { actions: RoomActions; own: KeptTracks; session: SessionDetail; viewer: Viewer }

/** All that can be done with the room's own page, by button or by key. */
export function useRoomControls({ actions, own, session, viewer }: Asked) {
  const [layout, setLayout] = useState<'stage' | 'grid'>('stage')
  const [panel, setPanel] = useState<Panel | null>(panelAtFirst)
  const [dialog, setDialog] = useState<'keys' | 'end' | null>(null)
  const locked = useLocked()
  const order = useOrder(viewer)
  return {
    microphone: useDeviceControl('microphone', own, locked),
    camera: useDeviceControl('camera', own, locked),
    share: useScreenShare(own, locked),
    silenced: useSilenced(own),
    noise: useNoiseSuppression(own),
    changeDevice: own.changeDevice,
    letterKeys: useLetterKeys(),
    locked,
    abilities: session.abilities,
    ...order,
    layout,
    setLayout,
    toggleLayout: () => setLayout(layout === 'stage' ? 'grid' : 'stage'),
    panel,
    showPanel: setPanel,
    togglePanel: (kind: Parameters<typeof togglePanel>[1]) => setPanel(togglePanel(panel, kind)),
    closePanel: () => setPanel(null),
    dialog,
    toggleKeys: () => setDialog(dialog === 'keys' ? null : 'keys'),
    askToEnd: () => setDialog('end'),
    closeDialog: () => setDialog(null),
    leave: actions.leave,
  }
}

export type RoomControls = ReturnType<typeof useRoomControls>

/** What is asked of our server by the controls. */
function useOrder(viewer: Viewer) {
  const api = useRoomApi()
  const follower = useFollower()
  const attempt = useToldAttempt()
  const isUp = () => follower.state?.hands.some(({ userId }) => userId === viewer.id)

  async function mute({ lock, except }: { lock?: boolean; except?: string }) {
    if (lock) await api.changeLocks({ microphone: true })
    await api.mute('microphone', except ? { except: [except] } : {})
  }

  return {
    canRaiseHand: viewer.role === 'STUDENT',
    toggleHand: () => attempt(isUp() ? api.lowerHand(viewer.id) : api.raiseHand()),
    nextHand() {
      // By name: a second press before it is told must not skip whoever stands behind.
      const next = follower.state?.hands[0]
      if (next) attempt(api.giveWord(next.userId))
    },
    admitAll: () => attempt(api.admit()),
    muteAll: (how: Parameters<typeof mute>[0] = {}) => attempt(mute(how)),
  }
}
