import { Track } from 'livekit-client'
import { useState } from 'react'
import type { KeptTracks } from '#components/classroom/room/kept-tracks.ts'
import type { RoomActions } from '#components/classroom/visit/connection.ts'
import { useDeviceControl } from './use-device-control.ts'
import { useScreenShare } from './use-screen-share.ts'
import { useSilenced } from './use-silenced.ts'

/** All that can be done with the room's own page, by button or by key. */
export function useRoomControls({ actions, own }: { actions: RoomActions; own: KeptTracks }) {
  const [layout, setLayout] = useState<'stage' | 'grid'>('stage')
  const [isPeopleOpen, setPeopleOpen] = useState(() => matchMedia('(min-width: 75rem)').matches)
  const [dialog, setDialog] = useState<'keys' | 'end' | null>(null)
  return {
    microphone: useDeviceControl(Track.Source.Microphone, own),
    camera: useDeviceControl(Track.Source.Camera, own),
    share: useScreenShare(own),
    silenced: useSilenced(own),
    layout,
    setLayout,
    toggleLayout: () => setLayout(layout === 'stage' ? 'grid' : 'stage'),
    isPeopleOpen,
    togglePeople: () => setPeopleOpen(!isPeopleOpen),
    closePeople: () => setPeopleOpen(false),
    dialog,
    toggleKeys: () => setDialog(dialog === 'keys' ? null : 'keys'),
    askToEnd: () => setDialog('end'),
    closeDialog: () => setDialog(null),
    leave: actions.leave,
  }
}

export type RoomControls = ReturnType<typeof useRoomControls>
