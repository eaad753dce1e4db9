import { RoomEvent } from 'livekit-client'
import { Mic, Video, Volume2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { rememberChoices } from '#components/classroom/devices/remembered.ts'
import { useRoom } from '#components/classroom/room/room-context.ts'
import { useRoomValue } from '#components/classroom/room/room-value.ts'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import { useDevices } from './use-devices.ts'

type Trigger = Parameters<typeof Menu>[0]['trigger']
type DeviceMenuProps = { label: string; none: string; kinds: MediaDeviceKind[]; trigger: Trigger }

/** The devices of these kinds; the one in use is marked, and choosing another one changes over at once. */
export function DeviceMenu({ label, none, kinds, trigger }: DeviceMenuProps) {
  const entries: Record<MediaDeviceKind, MenuEntry[]> = {
    audioinput: useDeviceEntries('audioinput'),
    audiooutput: useDeviceEntries('audiooutput'),
    videoinput: useDeviceEntries('videoinput'),
  }
  const groups = kinds.map((kind) => entries[kind]).filter((group) => group.length > 0)
  const shown = groups.length > 0 ? groups : [[{ label: none, disabled: true, onSelect() {} }]]
  return <Menu label={label} groups={shown} trigger={trigger} />
}

const switchEvents = [RoomEvent.ActiveDeviceChanged, RoomEvent.LocalTrackPublished]

/** The devices of a kind; choosing another one changes over at once. */
export function useDeviceEntries(kind: MediaDeviceKind): MenuEntry[] {
  const room = useRoom()
  const active = useRoomValue(switchEvents, (joined) => joined.getActiveDevice(kind))
  return useDevices(kind)
    .filter(({ deviceId, label }) => deviceId !== '' && label !== '')
    .map(({ deviceId, label }) => ({
      label,
      icon: icons[kind],
      checked: deviceId === active,
      onSelect() {
        void room.switchActiveDevice(kind, deviceId)
        rememberChoices({ [rememberedAs[kind]]: { id: deviceId, label } })
      },
    }))
}

const icons: Record<MediaDeviceKind, ReactNode> = {
  audioinput: <Mic />,
  audiooutput: <Volume2 />,
  videoinput: <Video />,
}

const rememberedAs = {
  audioinput: 'microphone',
  audiooutput: 'speaker',
  videoinput: 'camera',
} as const
