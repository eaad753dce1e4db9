import { Skeleton } from '#components/ui/skeleton.tsx'
import { CalendarSkeleton } from './calendar-skeleton.tsx'

/** A schedule's placeholder while it loads. */
export function ScheduleSkeleton() {
  return (
    <div className="flex flex-1 flex-col">
      <div className="flex items-center gap-4 px-4 pt-5 pb-4 sm:px-6">
        <Skeleton className="h-7 w-32" />
        <Skeleton className="h-5 w-40 max-sm:hidden" />
        <Skeleton className="ml-auto h-9.5 w-34 rounded-control" />
      </div>
      <Skeleton className="mx-4 mb-4 h-22 rounded-card sm:mx-6" />
      <div className="flex-1 border-t">
        <CalendarSkeleton />
      </div>
    </div>
  )
}
