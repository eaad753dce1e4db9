import { Ellipsis, Hand, LayoutGrid, Lock, MessageSquare, Presentation, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { useReactEntries } from '#components/classroom/hands/use-react-entries.tsx'
import { ControlButton } from '#components/classroom/ui/control-button.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import { useDeviceEntries } from './device-menu.tsx'
import { useSettingEntries } from './use-setting-entries.tsx'

/** On a phone: whatever has no button of its own there. */
export function MoreMenu({ controls, isStudent }: { controls: RoomControls; isStudent: boolean }) {
  const t = useTranslations()
  const toGrid = controls.layout === 'stage'
  const { reactions, paces } = useReactEntries()
  const devices = [
    useDeviceEntries('audioinput', controls),
    useDeviceEntries('audiooutput', controls),
    useDeviceEntries('videoinput', controls),
  ]
  const places: MenuEntry[] = [
    { label: t('order.panel.people'), icon: <Users />, onSelect: () => controls.togglePanel('people') },
    { label: t('order.panel.chat'), icon: <MessageSquare />, onSelect: () => controls.togglePanel('chat') },
    { label: t('order.panel.hands'), icon: <Hand />, onSelect: () => controls.togglePanel('hands') },
    {
      label: toGrid ? t('room.layout.toGrid') : t('room.layout.toStage'),
      icon: toGrid ? <LayoutGrid /> : <Presentation />,
      onSelect: controls.toggleLayout,
    },
  ]
  if (controls.abilities.canLock) {
    places.push({
      label: t('order.locks.title'),
      icon: <Lock />,
      onSelect: () => controls.togglePanel('locks'),
    })
  }
  const settings = useSettingEntries(controls)
  const groups = [places, isStudent ? paces : [], reactions, settings, ...devices].filter(
    (group) => group.length > 0,
  )
  return (
    <Menu
      label={t('order.more')}
      groups={groups}
      trigger={(button) => <ControlButton icon={<Ellipsis />} label={t('order.more')} {...button} />}
    />
  )
}
