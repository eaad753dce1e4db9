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
  const className = 'border-t px-4 py-8 sm:px-6'
  if (after) return <EmptyState className={className} title={t('nobodyThere')} />
  if (search) {
    return (
      <EmptyState
        className={className}
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
        className={className}
        title={t('noSameName')}
        action={<ButtonLink href={peopleHref({ role })}>{t('clear')}</ButtonLink>}
      >
        {t('noSameNameText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      className={className}
      title={t('empty')}
      action={<ButtonLink href={peopleHref({ role, panel: 'invite' })}>{invitations('open')}</ButtonLink>}
    >
      {t('emptyText')}
    </EmptyState>
  )
}
