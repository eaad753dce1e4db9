import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'

type ScheduleToolsProps = {
  /** The short name of the zone in which times are shown. */
  zone: string
  /** The list that is shown, as a file. */
  exportHref?: string | null
  children?: ReactNode
}

/** Which sessions are shown, and in which zone. */
export function ScheduleTools({ zone, exportHref, children }: ScheduleToolsProps) {
  const t = useTranslations('schedule')
  const schedule = useTranslations('admin.schedule')
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pb-3 sm:px-6">
      {children}
      <span className="ml-auto text-sm text-text-2 max-sm:hidden">{schedule('timesIn', { zone })}</span>
      {exportHref ? (
        <ButtonAnchor size="sm" href={exportHref} icon={<Download />} download>
          {t('export')}
        </ButtonAnchor>
      ) : null}
    </div>
  )
}
