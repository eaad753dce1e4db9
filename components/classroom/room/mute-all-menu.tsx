import { Lock, MicOff, UserCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { useWord } from '#components/classroom/room-state/use-hands.ts'
import { ControlButton } from '#components/classroom/ui/control-button.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'

type MuteAllMenuProps = Pick<RoomControls, 'muteAll' | 'letterKeys'> & { mayLock: boolean }

/** Mutes everybody, in two presses: the second one says how. */
export function MuteAllMenu({ muteAll, letterKeys, mayLock }: MuteAllMenuProps) {
  const t = useTranslations('order.mute')
  const word = useWord()
  const groups: MenuEntry[] = [
    {
      label: t('all'),
      icon: <MicOff />,
      aside: letterKeys.on ? (
        <kbd className="rounded-[5px] border bg-sunken px-1.5 text-xs text-text-3">⇧ M</kbd>
      ) : null,
      onSelect: () => muteAll(),
    },
  ]
  if (mayLock)
    groups.push({ label: t('allAndLock'), icon: <Lock />, onSelect: () => muteAll({ lock: true }) })
  if (word) {
    groups.push({
      label: t('allBut', { name: word.name }),
      icon: <UserCheck />,
      onSelect: () => muteAll({ except: word.userId }),
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
          aria-keyshortcuts={letterKeys.shortcut('Shift+M')}
          {...button}
        />
      )}
    />
  )
}
