import { UserX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { auditHref } from '#components/audit/audit-href.ts'
import { RoutedDrawer } from '#components/forms/routed-drawer.tsx'
import { Banner } from '#components/ui/banner.tsx'
import type { ManagedPerson } from '#lib/people/api.ts'

type ErasedPersonDrawerProps = { person: Pick<ManagedPerson, 'id' | 'name'>; closeHref: string }

/** The remaining record of a person who was erased. */
export function ErasedPersonDrawer({ person, closeHref }: ErasedPersonDrawerProps) {
  const t = useTranslations('invitations.erase')
  return (
    <RoutedDrawer title={person.name} closeHref={closeHref}>
      <Banner tone="info" icon={<UserX />}>
        {t('erased')}
      </Banner>
      <Link href={auditHref({ about: person.id })} prefetch={false} className="link self-start text-sm">
        {t('history')}
      </Link>
    </RoutedDrawer>
  )
}
