import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { Role } from '#lib/kernel/enums.ts'
import { peopleHref } from './people-href.ts'

type NoPeopleProps = { search?: string; sameName?: boolean; after?: string; role?: Role }

/** The reason why this part of the list is empty, and what to do. */
export function NoPeople({ search, sameName, after, role }: NoPeopleProps) {
  const t = useTranslations('people')
  const invitations = useTranslations('invitations')
  if (after) return <EmptyState title={t('nobodyThere')} />
  if (search) {
    return (
      <EmptyState
        title={t('nobodyFound')}
        action={<ButtonLink href={peopleHref({})}>{t('clear')}</ButtonLink>}
      >
        {t('nobodyFoundText', { search })}
      </EmptyState>
    )
  }
  if (sameName) {
    return (
      <EmptyState
        title={t('noSameName')}
        action={<ButtonLink href={peopleHref({ role })}>{t('clear')}</ButtonLink>}
      >
        {t('noSameNameText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t('empty')}
      action={<ButtonLink href={peopleHref({ role, panel: 'invite' })}>{invitations('open')}</ButtonLink>}
    >
      {t('emptyText')}
    </EmptyState>
  )
}
