import { SmilePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ControlButton } from '#components/classroom/controls/control-button.tsx'
import { firstName } from '#components/classroom/visit/first-name.ts'
import { Menu } from '#components/ui/menu.tsx'
import { useReactEntries } from './use-react-entries.tsx'

type ReactMenuProps = {
  /** Whom students quietly tell how it goes; null for who leads. */
  trainer: string | null
}

/** Reactions that everybody sees for a moment and, for students, what only the trainer sees. */
export function ReactMenu({ trainer }: ReactMenuProps) {
  const t = useTranslations('order')
  const { reactions, paces } = useReactEntries()
  return (
    <Menu
      label={t('react.label')}
      header={
        trainer ? (
          <p className="max-w-58 px-2.5 py-1 text-xs text-text-2">
            {t('pace.private', { trainer: firstName(trainer) })}
          </p>
        ) : null
      }
      groups={trainer ? [paces, reactions] : [reactions]}
      trigger={(button) => (
        <ControlButton icon={<SmilePlus />} label={t('react.label')} className="min-w-16" {...button} />
      )}
    />
  )
}
