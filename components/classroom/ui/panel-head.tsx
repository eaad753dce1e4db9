import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#components/ui/icon-button.tsx'

/** Title of a panel that replaces people, chat and hands, with a button back to them. */
export function PanelHead({ title, onClose }: { title: string; onClose: () => void }) {
  const t = useTranslations('moderation.panel')
  return (
    <header className="flex h-12 flex-none items-center justify-between border-b pr-2 pl-4">
      <h2 className="font-semibold">{title}</h2>
      <IconButton label={t('close')} icon={<X />} onClick={onClose} />
    </header>
  )
}
