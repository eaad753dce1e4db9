import { useTranslations } from 'next-intl'
import type { EntryRequestStatus } from '#lib/classroom/admission/api.ts'

/** The viewer's position in the lobby. */
export function LobbyPosition({ entryRequest }: { entryRequest: EntryRequestStatus | 'failed' | null }) {
  const t = useTranslations('lobby.admission')
  if (entryRequest === null || (entryRequest !== 'failed' && entryRequest.position === 0)) return null
  return (
    <p role="status" className="mt-3 text-sm text-text-2 tabular-nums">
      {entryRequest === 'failed'
        ? t('silent')
        : t('position', { place: entryRequest.position, count: entryRequest.waiting })}
    </p>
  )
}
