import { useTranslations } from 'next-intl'
import { firstName } from '#components/classroom/ui/first-name.ts'
import { Menu } from '#components/ui/menu.tsx'
import { useReactionEntries } from './use-reaction-entries.tsx'

type ReactionMenuProps = {
  /** The trainer who receives the students' pace; null for moderators. */
  trainer: string | null
  trigger: Parameters<typeof Menu>[0]['trigger']
}

/** Reactions that everyone sees briefly and, for students, the pace that only the trainer sees. */
export function ReactionMenu({ trainer, trigger }: ReactionMenuProps) {
  const t = useTranslations('moderation')
  const { reactions, paces } = useReactionEntries()
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
