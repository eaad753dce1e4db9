import { Lock, MicOff, UserCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { useFloorHolder } from '#components/classroom/room-state/use-hands.ts'
import { ControlButton } from '#components/classroom/ui/control-button.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'

type MuteAllMenuProps = Pick<RoomControls, 'muteAll' | 'letterShortcuts'> & { mayLock: boolean }

/** Mutes everybody in two presses. The second one chooses how. */
export function MuteAllMenu({ muteAll, letterShortcuts, mayLock }: MuteAllMenuProps) {
  const t = useTranslations('moderation.mute')
  const floorHolder = useFloorHolder()
  const groups: MenuEntry[] = [
    {
      label: t('all'),
      icon: <MicOff />,
      aside: letterShortcuts.on ? (
        <kbd className="rounded-[5px] border bg-sunken px-1.5 text-xs text-text-3">⇧ M</kbd>
      ) : null,
      onSelect: () => muteAll(),
    },
  ]
  if (mayLock)
    groups.push({ label: t('allAndLock'), icon: <Lock />, onSelect: () => muteAll({ lock: true }) })
  if (floorHolder) {
    groups.push({
      label: t('allBut', { name: floorHolder.name }),
      icon: <UserCheck />,
      onSelect: () => muteAll({ except: floorHolder.userId }),
    })
  }
  return (
    <Menu
      label={t('all')}
      header={<p className="px-2.5 py-1 text-sm text-text-2">{t('hint')}</p>}
      groups={[groups]}
      trigger={(button) => (
        <ControlButton
          className="min-w-16"
          icon={<MicOff />}
          label={t('all')}
          aria-keyshortcuts={letterShortcuts.shortcut('Shift+M')}
          {...button}
        />
      )}
    />
  )
}
