import { AudioWaveform, EyeOff, Presentation } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { OwnPictureContext } from '#components/classroom/media/own-picture.ts'
import type { MenuEntry } from '#components/ui/menu.tsx'

/** Menu entries for the viewer's own settings; people who lead also get the room's screen. */
export function useSettingEntries({ noise, abilities, toggleKeys, togglePanel }: RoomControls): MenuEntry[] {
  const t = useTranslations('room.settings')
  const { hidden, hide } = useContext(OwnPictureContext)
  const entries: MenuEntry[] = [
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
    { label: t('keys'), icon: <kbd className="w-4 text-center">?</kbd>, onSelect: toggleKeys },
  ]
  if (abilities.canModerate) {
    entries.push({ label: t('pairHall'), icon: <Presentation />, onSelect: () => togglePanel('hall') })
  }
  return entries
}
