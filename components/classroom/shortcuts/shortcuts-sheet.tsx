import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Toggle } from '#components/ui/toggle.tsx'

type ShortcutsSheetProps = {
  controls: Pick<RoomControls, 'abilities' | 'canRaiseHand' | 'letterShortcuts'>
  onClose: () => void
}

/** The viewer's keyboard shortcuts, and the switch for those that are a single character. */
export default function ShortcutsSheet({ controls, onClose }: ShortcutsSheetProps) {
  const t = useTranslations('room.shortcuts')
  const { canManageHands, canAdmit, canMute } = controls.abilities
  const { letterShortcuts } = controls
  const letters: [string, string][] = [
    ['M', t('microphone')],
    ['V', t('camera')],
    ['S', t('share')],
    ...(controls.canRaiseHand ? [shortcut('H', t('hand'))] : []),
    ['C', t('chat')],
    ['P', t('people')],
    ['G', t('layout')],
    ...(canManageHands ? [shortcut('N', t('nextHand'))] : []),
    ...(canAdmit ? [shortcut('A', t('admitAll'))] : []),
    ...(canMute ? [shortcut('⇧ M', t('muteAll'))] : []),
    ['?', t('list')],
  ]
  const others: [string, string][] = [
    ['Space', t('talk')],
    ['← →', t('pages')],
    ['F6', t('regions')],
    ['Esc', t('escape')],
  ]
  const shortcuts = letterShortcuts.on ? [...letters, ...others] : others
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title')}
      description={t('description')}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <div className="mb-4 border-b pb-4">
        <Toggle
          label={t('letters')}
          hint={letterShortcuts.on ? t('lettersHint.on') : t('lettersHint.off')}
          checked={letterShortcuts.on}
          onChange={letterShortcuts.set}
        />
      </div>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2.5">
        {shortcuts.map(([key, description]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="inline-block min-w-7 rounded-[5px] border bg-sunken px-1.5 py-0.5 text-center font-sans text-xs font-medium text-text-2">
                {key}
              </kbd>
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

function shortcut(key: string, description: string): [string, string] {
  return [key, description]
}
