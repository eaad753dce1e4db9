import { Skeleton } from '#components/ui/skeleton.tsx'

const ROWS = ['first', 'second', 'third']

export default function Loading() {
  return (
    <div className="grid flex-1 xl:grid-cols-[minmax(0,1fr)_27.25rem]">
      <div className="px-4 pt-7 sm:px-9">
        <Skeleton className="h-8 w-32" />
        <Skeleton className="mt-2 h-4 w-56" />
        <div className="mt-8 flex flex-col gap-3.5">
          {ROWS.map((row) => (
            <Skeleton key={row} className="ml-20 h-18 rounded-card" />
          ))}
        </div>
      </div>
      <div className="hidden border-l bg-canvas p-6 xl:block">
        <Skeleton className="h-6 w-28" />
        <Skeleton className="mt-6 h-14" />
        <div className="mt-8 flex flex-col gap-4">
          {ROWS.map((row) => (
            <Skeleton key={row} className="h-8" />
          ))}
        </div>
      </div>
    </div>
  )
}
