import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Holidays } from '#components/holidays/holidays.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { ExportLink } from '#components/ui/export-link.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { addressOf } from '#lib/api/client.ts'
import { exportHolidaysEndpoint } from '#lib/holidays/endpoints.generated.ts'
import { listHolidays } from '#lib/holidays/list-holidays.ts'
import { currentContext } from '#lib/http/current-context.ts'
import { addHoliday, removeHoliday } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('series.holidaysPage')
  return { title: t('title') }
}

export default async function HolidaysPage() {
  const context = await currentContext('ADMIN')
  const t = await getTranslations('series.holidaysPage')
  const { items } = await listHolidays(context)
  return (
    <Texts of={['common', 'admin', 'series']}>
      <div className="flex flex-col gap-5 px-4 pt-5 pb-8 sm:px-8">
        <PageHead
          title={t('title')}
          meta={t('lead')}
          actions={<ExportLink href={addressOf(exportHolidaysEndpoint, {})} />}
        />
        <Holidays holidays={items} add={addHoliday} remove={removeHoliday} />
      </div>
    </Texts>
  )
}
