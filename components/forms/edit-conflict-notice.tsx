import { ArrowRight, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { EditConflict } from '#lib/api/edit-conflict.ts'
import { actorNames } from './actor-names.ts'
import type { FactChange } from './diff-facts.ts'
import { timeAgo } from './time-ago.ts'

type EditConflictNoticeProps = {
  conflict: EditConflict
  changes: FactChange[]
  busy: boolean
  onLoad: () => void
  onSaveMine: () => void
}

/** The changes that other admins made to the edited record, and the choice of the version to keep. */
export function EditConflictNotice({ conflict, changes, busy, onLoad, onSaveMine }: EditConflictNoticeProps) {
  const t = useTranslations('admin.conflict')
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3">
      <Banner tone="failure" icon={<Users />}>
        <b className="font-semibold">
          <ConflictAuthors conflict={conflict} />
        </b>
        <span className="block text-sm">{t('notSaved')}</span>
      </Banner>
      {changes.length > 0 ? (
        <dl className="flex flex-col gap-2 px-4 text-sm tabular-nums">
          {changes.map(({ label, before, after }) => (
            <div key={label}>
              <dt className="text-text-2">{label}</dt>
              <dd className="flex flex-wrap items-center gap-x-2 wrap-anywhere">
                {before ? <s className="text-text-2">{before}</s> : null}
                <ArrowRight aria-hidden="true" className="size-3.5 flex-none text-text-3" />
                <span className="sr-only">{t('becomes')}</span>
                <span className="font-medium">{after || t('none')}</span>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button busy={busy} onClick={onLoad}>
          {t('load')}
        </Button>
        <Button busy={busy} onClick={onSaveMine}>
          {t('saveMine')}
        </Button>
      </div>
      <p className="text-sm text-text-2">{t('saveMineHint')}</p>
    </section>
  )
}

function ConflictAuthors({ conflict: { subject, events } }: { conflict: EditConflict }) {
  const t = useTranslations('admin.conflict')
  const [latest] = events
  const names = actorNames(events)
  if (!latest || !names) return t('changed', { subject })
  return t('changedBy', { subject, names, ago: timeAgo(Date.parse(latest.at), Date.now()) })
}
