import { MapPin } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { HeadCell, Table, TableHead, TableRow } from '#components/ui/table.tsx'
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
    <Table>
      <TableHead>
        <HeadCell className="pl-4 sm:pl-6">{t('location')}</HeadCell>
        <HeadCell className="w-2/5 pr-4 @max-2xl:hidden">{t('next')}</HeadCell>
        <HeadCell className="w-22 text-right @max-lg:hidden">{t('classes')}</HeadCell>
        <HeadCell className="w-28 pr-4 text-right @max-lg:hidden sm:pr-6">{t('people')}</HeadCell>
      </TableHead>
      <tbody>
        {locations.map((location) => (
          <LocationRow key={location.id} location={location} zone={zone} href={hrefOf(location.id)} />
        ))}
      </tbody>
    </Table>
  )
}

type LocationRowProps = { location: ListedLocation; zone: string; href: string }

function LocationRow({ location, zone, href }: LocationRowProps) {
  const t = useTranslations('locations')
  const { name, capacity, classes } = location
  return (
    <TableRow className="h-13.5 tabular-nums">
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
    </TableRow>
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
