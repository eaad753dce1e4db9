import { Skeleton } from './skeleton.tsx'

const ROWS = ['1', '2', '3', '4', '5', '6', '7', '8']

/** The placeholder of a page with a title, a button and a list. */
export function ListSkeleton() {
  return (
    <div className="flex-1 pt-5">
      <div className="flex items-center justify-between px-4 sm:px-6">
        <Skeleton className="h-8 w-32" />
        <Skeleton className="h-9.5 w-32 rounded-control" />
      </div>
      <div className="h-8" />
      {ROWS.map((row) => (
        <div key={row} className="flex h-14 items-center gap-3 border-t px-4 sm:px-6">
          <Skeleton className="size-8 rounded-full" />
          <div className="flex flex-col gap-1.5">
            <Skeleton className="h-3.5 w-40" />
            <Skeleton className="h-3 w-56" />
          </div>
        </div>
      ))}
    </div>
  )
}
