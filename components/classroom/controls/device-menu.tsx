import { useMediaDeviceSelect } from '@livekit/components-react'
import { Mic, Video, Volume2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { rememberChoices } from '#components/classroom/devices/remembered.ts'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'

type Trigger = Parameters<typeof Menu>[0]['trigger']
type DeviceMenuProps = { label: string; none: string; kinds: MediaDeviceKind[]; trigger: Trigger }

/** The devices of these kinds; the one in use is marked, and choosing another one changes over at once. */
export function DeviceMenu({ label, none, kinds, trigger }: DeviceMenuProps) {
  const entries: Record<MediaDeviceKind, MenuEntry[]> = {
    audioinput: useDeviceEntries('audioinput', <Mic />),
    audiooutput: useDeviceEntries('audiooutput', <Volume2 />),
    videoinput: useDeviceEntries('videoinput', <Video />),
  }
  const groups = kinds.map((kind) => entries[kind]).filter((group) => group.length > 0)
  const shown = groups.length > 0 ? groups : [[{ label: none, disabled: true, onSelect() {} }]]
  return <Menu label={label} groups={shown} trigger={trigger} />
}

function useDeviceEntries(kind: MediaDeviceKind, icon: ReactNode): MenuEntry[] {
  const { devices, activeDeviceId, setActiveMediaDevice } = useMediaDeviceSelect({ kind })
  return devices
    .filter(({ deviceId, label }) => deviceId !== '' && label !== '')
    .map(({ deviceId, label }) => ({
      label,
      icon,
      checked: deviceId === activeDeviceId,
      onSelect() {
        void setActiveMediaDevice(deviceId)
        rememberChoices({ [rememberedAs[kind]]: deviceId })
      },
    }))
}

const rememberedAs = {
  audioinput: 'microphoneId',
  audiooutput: 'speakerId',
  videoinput: 'cameraId',
} as const
