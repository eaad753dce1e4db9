import { AudioWaveform, EyeOff, Presentation } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { useStageChoices } from '#components/classroom/room-state/stage-choices.ts'
import type { MenuEntry } from '#components/ui/menu.tsx'

/** Menu entries for the viewer's settings. Moderators also get the room display. */
export function useSettingEntries({
  noise,
  abilities,
  toggleShortcuts,
  togglePanel,
}: RoomControls): MenuEntry[] {
  const t = useTranslations('room.settings')
  const { isSelfViewHidden, hideSelfView } = useStageChoices()
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
      checked: isSelfViewHidden,
      onSelect: () => hideSelfView(!isSelfViewHidden),
    },
    { label: t('shortcuts'), icon: <kbd className="w-4 text-center">?</kbd>, onSelect: toggleShortcuts },
  ]
  if (abilities.canModerate) {
    entries.push({
      label: t('pairRoomDisplay'),
      icon: <Presentation />,
      onSelect: () => togglePanel('room_display'),
    })
  }
  return entries
}
