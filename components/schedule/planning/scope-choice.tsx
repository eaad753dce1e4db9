import { useTranslations } from 'next-intl'
import type { ClassSession } from '#lib/sessions/api.ts'
import { formatDay } from '#lib/time/format.ts'

const scopes = ['this', 'following', 'all'] as const

/** The scope of a change: one session, also the following sessions of its series, or all future ones. */
export function ScopeChoice({ session, zone }: { session: ClassSession; zone: string }) {
  const t = useTranslations('admin.scope')
  if (!session.seriesId) return null
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-sm font-medium">{t('legend')}</legend>
      {scopes.map((scope) => (
        <label key={scope} className={choiceRow}>
          <input
            type="radio"
            name="scope"
            value={scope}
            defaultChecked={scope === 'this'}
            className={choiceDot}
          />
          <span>
            <span className="block font-medium">{t(scope)}</span>
            <span className="block text-sm text-text-2">
              {t(`${scope}Hint`, { day: formatDay(session.startsAt, zone) })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** The styles of a choice that fills a row, and of its dot. */
export const choiceRow =
  'flex cursor-pointer items-center gap-2.75 rounded-[12px] border px-3 py-2.5 has-checked:border-text has-checked:ring-1 has-checked:ring-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus'
export const choiceDot =
  'size-4.5 flex-none appearance-none rounded-full border-[1.5px] border-control outline-none checked:border-[5.5px] checked:border-text'
