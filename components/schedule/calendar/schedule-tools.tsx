import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ExportLink } from '#components/ui/export-link.tsx'

type ScheduleToolsProps = {
  /** The short name of the zone in which times are shown, as valid on the shown days. */
  zone: string
  /** The shown list as a file. */
  exportHref?: string | null
  children?: ReactNode
}

/** The filters, and the zone of the times. */
export function ScheduleTools({ zone, exportHref, children }: ScheduleToolsProps) {
  const t = useTranslations('admin.schedule')
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pb-3 sm:px-6">
      {children}
      <span className="ml-auto text-sm text-text-2 max-sm:hidden">{t('timesIn', { zone })}</span>
      {exportHref ? <ExportLink size="sm" href={exportHref} /> : null}
    </div>
  )
}
