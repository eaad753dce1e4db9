import { Ellipsis, Hand, LayoutGrid, Lock, MessageSquare, Presentation, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { useReactionEntries } from '#components/classroom/hands/use-reaction-entries.tsx'
import { ControlButton } from '#components/classroom/ui/control-button.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import { useDeviceEntries } from './device-menu.tsx'
import { useSettingEntries } from './use-setting-entries.tsx'

/** Phone menu of the actions that have no button there. */
export function MoreMenu({ controls, isStudent }: { controls: RoomControls; isStudent: boolean }) {
  const t = useTranslations()
  const toGrid = controls.layout === 'stage'
  const { reactions, paces } = useReactionEntries()
  const devices = [
    useDeviceEntries('audioinput', controls),
    useDeviceEntries('audiooutput', controls),
    useDeviceEntries('videoinput', controls),
  ]
  const navigation: MenuEntry[] = [
    { label: t('moderation.panel.people'), icon: <Users />, onSelect: () => controls.togglePanel('people') },
    {
      label: t('moderation.panel.chat'),
      icon: <MessageSquare />,
      onSelect: () => controls.togglePanel('chat'),
    },
    { label: t('moderation.panel.hands'), icon: <Hand />, onSelect: () => controls.togglePanel('hands') },
    {
      label: toGrid ? t('room.layout.toGrid') : t('room.layout.toStage'),
      icon: toGrid ? <LayoutGrid /> : <Presentation />,
      onSelect: controls.toggleLayout,
    },
  ]
  if (controls.abilities.canLock) {
    navigation.push({
      label: t('moderation.locks.title'),
      icon: <Lock />,
      onSelect: () => controls.togglePanel('locks'),
    })
  }
  const settings = useSettingEntries(controls)
  const groups = [navigation, isStudent ? paces : [], reactions, settings, ...devices].filter(
    (group) => group.length > 0,
  )
  return (
    <Menu
      label={t('moderation.more')}
      groups={groups}
      trigger={(button) => <ControlButton icon={<Ellipsis />} label={t('moderation.more')} {...button} />}
    />
  )
}
