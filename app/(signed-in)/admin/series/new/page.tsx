import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ofClass, weekdayOf } from '#components/schedule/series/series-draft.ts'
import { SeriesForm } from '#components/schedule/series/series-form.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { listClasses } from '#lib/classes/list-classes.ts'
import { currentContext } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { classId } from '#lib/kernel/ids.ts'
import { readAllPages } from '#lib/kernel/read-all-pages.ts'
import { listLocations } from '#lib/locations/list-locations.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { dayKey } from '#lib/time/format.ts'
import { addDays, isDay, startOfWeek } from '#lib/time/zones.ts'
import { createSeries, previewSeries } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('series')
  return { title: t('title') }
}

const address = z.object({
  class: classId.optional().catch(undefined),
  date: z.string().refine(isDay).optional().catch(undefined),
})

type NewSeriesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NewSeriesPage({ searchParams }: NewSeriesPageProps) {
  const context = await currentContext('ADMIN')
  const zone = await viewerZone(context)
  const nextMonday = addDays(startOfWeek(dayKey(context.now.toISOString(), zone)), 7)
  const { class: chosen, date = nextMonday } = address.parse(await searchParams)
  const [listed, trainers, locations] = await Promise.all([
    readAllPages((page) => listClasses(context, page)),
    readAllPages((page) => listPeople(context, { role: 'TRAINER', ...page })),
    readAllPages((page) => listLocations(context, page)),
  ])
  const classes = listed.map(
    ({ id, title, mode, capacity, inPersonCapacity, location, timeZone, trainer }) => ({
      id,
      title,
      mode,
      capacity,
      inPersonCapacity,
      location: location?.name ?? null,
      timeZone,
      trainerId: trainer?.id ?? null,
    }),
  )
  return (
    <Texts of={['common', 'admin', 'series']}>
      <SeriesForm
        draft={{
          ...ofClass(
            classes.find(({ id }) => id === chosen),
            { trainerId: '' },
          ),
          title: '',
          repeat: 'weekly',
          weekdays: [weekdayOf(date)],
          monthlyOn: 'weekday',
          customRule: '',
          firstDate: date,
          ends: 'count',
          count: '12',
          until: '',
          time: '18:00',
          minutes: '90',
          capacity: '',
          leaveOutHolidays: true,
          leaveOut: [],
          add: [],
          choices: {},
          substitutes: {},
        }}
        classes={classes}
        locations={locations.map(({ id, name }) => ({ id, name }))}
        trainers={trainers.filter(({ disabled }) => !disabled).map(({ id, name }) => ({ id, name }))}
        zone={zone}
        back="/admin/schedule"
        preview={previewSeries}
        create={createSeries}
      />
    </Texts>
  )
}
