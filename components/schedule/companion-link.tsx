import { Smartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button-link.tsx'
import type { ButtonStyle } from '#components/ui/button-styles.ts'
import type { ClassSession } from '#lib/sessions/api.ts'

type CompanionLinkProps = Pick<ButtonStyle, 'size'> & {
  session: Pick<ClassSession, 'id' | 'seat' | 'status' | 'joinRefusal'>
}

/** The link to companion mode for a participant in the building, while the session is open to them. */
export function CompanionLink({ session, size }: CompanionLinkProps) {
  const t = useTranslations('companion')
  const isOver = session.status === 'completed' || session.status === 'cancelled'
  if (session.seat?.kind !== 'in_person' || isOver || session.joinRefusal === 'removed') return null
  return (
    <ButtonLink href={`/sessions/${session.id}/companion`} size={size} icon={<Smartphone />}>
      {t('join')}
    </ButtonLink>
  )
}
