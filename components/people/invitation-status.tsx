import { useTranslations } from 'next-intl'
import type { LatestInvitation } from '#lib/people/api.ts'
import { formatDay } from '#lib/time/format.ts'

/** The status of an invitation, in words. */
export function InvitationStatus({ invitation, zone }: { invitation: LatestInvitation; zone: string }) {
  const t = useTranslations('invitations.status')
  const { state, sentAt, expiresAt } = invitation
  if (state === 'none' || !sentAt || !expiresAt) return t('none')
  return t(state, { sent: formatDay(sentAt, zone), until: formatDay(expiresAt, zone) })
}
