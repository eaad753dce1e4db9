import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { AuditChange, AuditValue } from '#lib/audit/api.ts'
import { auditFacts } from '#lib/audit/facts.ts'
import { formatDay, formatZonedTime } from '#lib/time/format.ts'

type ChangeProps = { change: AuditChange; zone: string }

/** The value before and after a change, in one line. */
export function FirstChange({ change, zone }: ChangeProps) {
  const t = useTranslations('audit')
  const value = useValue(zone)
  return (
    <span className="flex min-w-0 items-center gap-2 tabular-nums">
      {change.before === null ? null : (
        <span className="truncate text-text-2 line-through">{value(change, change.before)}</span>
      )}
      <ArrowRight aria-hidden="true" className="size-3.5 flex-none text-text-3" />
      <span className="sr-only">{t('becomes')}</span>
      <span className="truncate font-medium">{value(change, change.after)}</span>
    </span>
  )
}

/** All changes of an event, with people by name. */
export function AuditChanges({ changes, zone }: { changes: AuditChange[]; zone: string }) {
  const t = useTranslations('audit')
  const value = useValue(zone, { named: true })
  return (
    <table className="w-full max-w-200 rounded-[12px] border bg-surface text-left text-sm tabular-nums">
      <thead className="text-xs text-text-2">
        <tr>
          {[t('fact'), t('before'), t('after')].map((head) => (
            <th key={head} scope="col" className="px-4 pt-3 pb-1 font-[550]">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.fact} className="align-top last:*:pb-3">
            <th scope="row" className="px-4 py-1 font-normal text-text-2">
              {t(`facts.${auditFacts.keyof().parse(change.fact)}`)}
            </th>
            <td className="px-4 py-1 text-text-2">{value(change, change.before)}</td>
            <td className="px-4 py-1 font-medium">{value(change, change.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Formats a fact's value. Several people are shown as a count unless `named`. */
function useValue(zone: string, { named = false } = {}) {
  const t = useTranslations('audit')
  const common = useTranslations('common')
  return ({ fact }: AuditChange, value: AuditValue | null): string => {
    if (value === null) return t('nothing')
    const codes = auditFacts
      .pick({ locks: true, assistantPermissions: true })
      .safeParse({ [fact]: value }).data
    if (codes?.locks) return codes.locks.map((lock) => t(`locks.${lock}`)).join(', ') || t('nothing')
    if (codes?.assistantPermissions)
      return (
        codes.assistantPermissions.map((help) => t(`assistantPermissions.${help}`)).join(', ') || t('nothing')
      )
    if (Array.isArray(value)) {
      const names = value.map((person) => (typeof person === 'string' ? person : person.name || t('someone')))
      return named || names.length === 1 ? names.join(', ') : t('people', { count: names.length })
    }
    if (fact === 'disabled') return value ? t('mayNotSignIn') : t('maySignIn')
    if (fact === 'archived' || fact === 'studentsMaySwitch') return value ? t('yes') : t('no')
    if (fact === 'locationId') return String(value)
    if (typeof value !== 'string') return value === true ? t('changed') : String(value)
    const facts = auditFacts.parse({ [fact]: value })
    if (facts.status) return common(`status.${facts.status}`)
    if (facts.seatKind) return t(`seatKinds.${facts.seatKind}`)
    if (facts.why) return t(`whys.${facts.why}`)
    if (facts.admission) return t(`admissions.${facts.admission}`)
    if (facts.role) return common(`roles.${facts.role}`)
    if (facts.mode) return common(`modes.${facts.mode}`)
    const instant = facts.startsAt ?? facts.endsAt
    if (instant) return `${formatDay(instant, zone)}, ${formatZonedTime(instant, zone)}`
    return value
  }
}
