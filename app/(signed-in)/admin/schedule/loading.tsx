import { Skeleton } from '#components/ui/skeleton.tsx'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

export default function Loading() {
  return (
    <div className="flex flex-1 flex-col">
      <div className="flex items-center gap-4 px-4 pt-5 pb-4 sm:px-6">
        <Skeleton className="h-7 w-32" />
        <Skeleton className="h-5 w-40 max-sm:hidden" />
        <Skeleton className="ml-auto h-9.5 w-34 rounded-control" />
      </div>
      <Skeleton className="mx-4 mb-4 h-22 rounded-card sm:mx-6" />
      <div className="grid flex-1 gap-2 border-t px-4 pt-4 sm:grid-cols-5 sm:pr-2 sm:pl-14">
        {DAYS.map((day, index) => (
          <div key={day} className="flex flex-col gap-4">
            <Skeleton className="h-5 w-14" />
            <Skeleton className={index % 2 === 0 ? 'h-18 rounded-[8px]' : 'h-18 rounded-[8px] sm:mt-12'} />
            <Skeleton className="h-14 rounded-[8px] max-sm:hidden" />
          </div>
        ))}
      </div>
    </div>
  )
}
