import { MapPin, Monitor, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import type { ClassSession } from '#lib/sessions/api.ts'

/** Taken seats of the next session, online and in person. */
export function CourseSeats({ next }: { next: ClassSession }) {
  const t = useTranslations('course')
  const common = useTranslations('common.seatKinds')
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,12rem),1fr))] overflow-hidden rounded-card border bg-canvas tabular-nums">
      <SeatCount
        icon={<Monitor />}
        name={common('online')}
        taken={next.seatsTaken}
        capacity={next.capacity}
      />
      {next.inPersonCapacity > 0 ? (
        <SeatCount
          icon={<MapPin />}
          name={next.location?.name ?? t('inPerson')}
          taken={next.inPersonSeatsTaken}
          capacity={next.inPersonCapacity}
        />
      ) : null}
    </dl>
  )
}

type SeatCountProps = { icon: ReactNode; name: string; taken: number; capacity: number }

function SeatCount({ icon, name, taken, capacity: places }: SeatCountProps) {
  const t = useTranslations('course')
  const full = taken >= places
  return (
    <div className="-mt-px -ml-px border-t border-l px-4 pt-2.5 pb-4">
      <dt className="flex min-h-6 items-center gap-1.75 text-sm text-text-2 [&>svg]:size-3.75 [&>svg]:stroke-[1.75]">
        {icon}
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {full ? (
          <Badge tone="late" icon={<Users />}>
            {t('full')}
          </Badge>
        ) : (
          <span>{t('left', { count: places - taken })}</span>
        )}
      </dt>
      <dd>
        <span className="text-text-2">
          {t.rich('takenOf', { taken, places, b: (parts) => <b className="text-h3 text-text">{parts}</b> })}
        </span>
        <span aria-hidden="true" className="mt-2 block h-2 overflow-hidden rounded-full bg-border">
          <span
            className={full ? 'block h-full bg-late' : 'block h-full bg-text-2'}
            style={{ width: `${Math.min(100, (100 * taken) / places)}%` }}
          />
        </span>
      </dd>
    </div>
  )
}
