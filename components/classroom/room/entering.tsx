import { useTranslations } from 'next-intl'
import type { Trouble } from '#components/classroom/visit/entry-state.ts'
import { Spinner } from '#components/ui/spinner.tsx'

/** On the way in; after a failed try it says who does not answer. */
export function Entering({ trouble }: { trouble: Trouble | null }) {
  const t = useTranslations('room.entering')
  const texts = { server: t('server'), classroom: t('classroom') }
  return (
    <div
      role="status"
      data-theme="dark"
      className="absolute inset-0 z-10 grid place-content-center justify-items-center gap-3 rounded-[16px] bg-night p-6 text-center"
    >
      <p className="flex items-center gap-2.5 text-h3">
        <Spinner />
        {t('title')}
      </p>
      {trouble ? <p className="max-w-110 text-text-2">{texts[trouble]}</p> : null}
    </div>
  )
}
