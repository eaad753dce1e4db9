import { MapPin } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ListedLocation } from '#lib/locations/api.ts'
import { formatDay, formatZonedTime } from '#lib/time/format.ts'

type LocationTableProps = {
  locations: ListedLocation[]
  zone: string
  /** The URL that opens a location for changes. */
  hrefOf: (id: string) => string
}

/** The locations with their next session; on phones the session is below the name. */
export function LocationTable({ locations, zone, hrefOf }: LocationTableProps) {
  const t = useTranslations('locations')
  return (
    <table className="w-full table-fixed">
      <thead className="text-left text-xs text-text-2">
        <tr className="border-b">
          <th scope="col" className="pb-2 pl-4 font-[550] sm:pl-6">
            {t('location')}
          </th>
          <th scope="col" className="w-2/5 pr-4 pb-2 font-[550] @max-2xl:hidden">
            {t('next')}
          </th>
          <th scope="col" className="w-22 pb-2 text-right font-[550] @max-lg:hidden">
            {t('classes')}
          </th>
          <th scope="col" className="w-28 pr-4 pb-2 text-right font-[550] @max-lg:hidden sm:pr-6">
            {t('people')}
          </th>
        </tr>
      </thead>
      <tbody>
        {locations.map((location) => (
          <LocationRow key={location.id} location={location} zone={zone} href={hrefOf(location.id)} />
        ))}
      </tbody>
    </table>
  )
}

type LocationRowProps = { location: ListedLocation; zone: string; href: string }

function LocationRow({ location, zone, href }: LocationRowProps) {
  const t = useTranslations('locations')
  const { name, capacity, classes } = location
  return (
    <tr className="h-13.5 border-b tabular-nums hover:bg-canvas">
      <td className="py-1.5 pr-4 pl-4 sm:pl-6">
        <div className="flex items-center gap-3">
          <span className="grid size-9 flex-none place-items-center rounded-full bg-sunken text-text-2">
            <MapPin aria-hidden="true" className="size-4.5 stroke-[1.75]" />
          </span>
          <div className="min-w-0 flex-1">
            <Link
              href={href}
              scroll={false}
              prefetch={false}
              aria-label={t('change', { name })}
              className="block truncate font-medium hover:underline"
            >
              {name}
            </Link>
            <span className="block text-sm text-text-2 @lg:hidden">
              {t('meta', { count: capacity, classes })}
            </span>
            <span className="block text-sm @2xl:hidden">
              <Next location={location} zone={zone} />
            </span>
          </div>
        </div>
      </td>
      <td className="pr-4 @max-2xl:hidden">
        <Next location={location} zone={zone} />
      </td>
      <td className="text-right @max-lg:hidden">{classes}</td>
      <td className="pr-4 text-right @max-lg:hidden sm:pr-6">{capacity}</td>
    </tr>
  )
}

function Next({ location: { next }, zone }: Pick<LocationRowProps, 'location' | 'zone'>) {
  const t = useTranslations('locations')
  if (!next) return <span className="text-text-2">{t('nothingNext')}</span>
  const time = formatZonedTime(next.startsAt, zone)
  return (
    <>
      <Link href={`/sessions/${next.sessionId}`} prefetch={false} className="link block truncate">
        {next.title}
      </Link>
      <span className="block text-sm text-text-2">
        {t('nextAt', { day: formatDay(next.startsAt, zone), time })}
      </span>
    </>
  )
}
