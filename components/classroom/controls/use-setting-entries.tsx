import { AudioWaveform, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { OwnPictureContext } from '#components/classroom/stage/own-picture.ts'
import type { MenuEntry } from '#components/ui/menu.tsx'
import type { RoomControls } from './use-room-controls.ts'

/** What one sets for oneself: each is on or off. */
export function useSettingEntries({ noise }: RoomControls): MenuEntry[] {
  const t = useTranslations('room.settings')
  const { hidden, hide } = useContext(OwnPictureContext)
  return [
    {
      label: t('noise'),
      icon: <AudioWaveform />,
      chooses: 'itself',
      checked: noise.isSuppressed,
      onSelect: noise.toggle,
    },
    {
      label: t('hideOwn'),
      icon: <EyeOff />,
      chooses: 'itself',
      checked: hidden,
      onSelect: () => hide(!hidden),
    },
  ]
}
