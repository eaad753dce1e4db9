import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Select } from '#components/ui/select.tsx'
import type { AbsencePreview } from '#lib/sessions/absences/api.ts'
import { formatDay, formatTimeRange } from '#lib/time/format.ts'
import type { Decision } from './decisions.ts'

type HandoverRowProps = {
  session: AbsencePreview['sessions'][number]
  trainer: { name: string }
  zone: string
  decision: Decision
  onDecide: (decision: Decision) => void
}

/** A session of the absent trainer, with the choice of its substitute. */
export function HandoverRow({ session, trainer, zone, decision, onDecide }: HandoverRowProps) {
  const t = useTranslations('absences')
  const when = `${formatDay(session.startsAt, zone)}, ${formatTimeRange(session.startsAt, session.endsAt, zone)}`
  return (
    <li className="grid gap-x-5 gap-y-2 border-t px-4 py-3 first:border-t-0 sm:grid-cols-[1fr_18rem] sm:items-center sm:px-6">
      <div className="min-w-0">
        <span className="block truncate font-medium">{session.title}</span>
        <span className="block text-sm text-text-2 tabular-nums">{when}</span>
        <span className="block text-sm text-text-2">
          {session.status === 'in_progress'
            ? t('live', { name: trainer.name })
            : t('meta', { seats: session.seatsTaken })}
        </span>
        {session.substitutes.length === 0 ? (
          <span className="flex items-center gap-1.5 text-sm text-late-text">
            <TriangleAlert className="size-4" />
            {t('nobody')}
          </span>
        ) : null}
      </div>
      <Select
        aria-label={`${t('given')}: ${session.title}, ${when}`}
        value={decision}
        onChange={(event) => onDecide(event.target.value)}
      >
        {session.substitutes.map(({ id, name, taught }) => (
          <option key={id} value={id}>
            {taught > 0 ? t('knows', { name, count: taught }) : t('standIn', { name })}
          </option>
        ))}
        <option value="cancel">{t('cancel')}</option>
        <option value="stay">{t('stay', { name: trainer.name })}</option>
      </Select>
    </li>
  )
}
