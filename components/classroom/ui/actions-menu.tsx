import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'

/** Menu of actions on a participant, behind three dots. Renders nothing without actions. */
export function ActionsMenu({ name, groups }: { name: string; groups: MenuEntry[][] }) {
  const t = useTranslations('room.people')
  const shown = groups.filter((group) => group.length > 0)
  if (shown.length === 0) return null
  return (
    <Menu
      label={t('actions', { name })}
      groups={shown}
      trigger={(button) => <IconButton label={t('actions', { name })} icon={<Ellipsis />} {...button} />}
    />
  )
}
