import { useTranslations } from 'next-intl'
import { firstName } from '#components/classroom/ui/first-name.ts'
import { Menu } from '#components/ui/menu.tsx'
import { useReactEntries } from './use-react-entries.tsx'

type ReactMenuProps = {
  /** Whom students quietly tell how it goes; null for who leads. */
  trainer: string | null
  trigger: Parameters<typeof Menu>[0]['trigger']
}

/** Reactions that everybody sees for a moment and, for students, what only the trainer sees. */
export function ReactMenu({ trainer, trigger }: ReactMenuProps) {
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
      trigger={trigger}
    />
  )
}
