import { Skeleton } from '#components/ui/skeleton.tsx'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

/** The time grid's placeholder while it loads. */
export function CalendarSkeleton() {
  return (
    <div
      aria-hidden="true"
      data-skeleton="calendar"
      className="grid h-full grid-cols-5 gap-2 pt-3.5 pr-2 pl-14"
    >
      {DAYS.map((day, index) => (
        <div key={day} className="flex flex-col gap-4">
          <Skeleton className="mb-4 h-5 w-14" />
          <Skeleton className={index % 2 === 0 ? 'h-18 rounded-[8px]' : 'mt-12 h-18 rounded-[8px]'} />
          <Skeleton className="h-14 rounded-[8px]" />
        </div>
      ))}
    </div>
  )
}
