import { RoomEvent } from 'livekit-client'
import { Mic, Video, Volume2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useDevices } from '#components/classroom/controls/use-devices.ts'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { useRoomValue } from '#components/classroom/livekit/room-value.ts'
import { rememberChoices } from '#components/classroom/media/remembered.ts'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import { useToast } from '#components/ui/toast.tsx'

type Trigger = Parameters<typeof Menu>[0]['trigger']
type DeviceMenuProps = {
  controls: RoomControls
  label: string
  emptyLabel: string
  kinds: MediaDeviceKind[]
  trigger: Trigger
}

/** Menu of devices of these kinds. The current device is marked; a choice takes effect at once. */
export function DeviceMenu({ controls, label, emptyLabel, kinds, trigger }: DeviceMenuProps) {
  const entries: Record<MediaDeviceKind, MenuEntry[]> = {
    audioinput: useDeviceEntries('audioinput', controls),
    audiooutput: useDeviceEntries('audiooutput', controls),
    videoinput: useDeviceEntries('videoinput', controls),
  }
  const groups = kinds.map((kind) => entries[kind]).filter((group) => group.length > 0)
  const shown = groups.length > 0 ? groups : [[{ label: emptyLabel, disabled: true, onSelect() {} }]]
  return <Menu label={label} groups={shown} trigger={trigger} />
}

const switchEvents = [RoomEvent.ActiveDeviceChanged, RoomEvent.LocalTrackPublished]

/** Menu entries for the devices of a kind. A choice takes effect at once, and is remembered once it works. */
export function useDeviceEntries(
  kind: MediaDeviceKind,
  { changeDevice }: Pick<RoomControls, 'changeDevice'>,
): MenuEntry[] {
  const t = useTranslations('room.notice')
  const toast = useToast()
  const active = useRoomValue(switchEvents, (joined) => joined.getActiveDevice(kind))
  return useDevices(kind)
    .filter(({ deviceId, label }) => deviceId !== '' && label !== '')
    .map(({ deviceId, label }) => ({
      label,
      icon: icons[kind],
      checked: deviceId === active,
      onSelect() {
        void changeDevice(kind, deviceId).then(
          () => rememberChoices({ [choiceKeys[kind]]: { id: deviceId, label } }),
          () => toast({ tone: 'failure', text: t('deviceFailed', { label }) }),
        )
      },
    }))
}

const icons: Record<MediaDeviceKind, ReactNode> = {
  audioinput: <Mic />,
  audiooutput: <Volume2 />,
  videoinput: <Video />,
}

const choiceKeys = {
  audioinput: 'microphone',
  audiooutput: 'speaker',
  videoinput: 'camera',
} as const
