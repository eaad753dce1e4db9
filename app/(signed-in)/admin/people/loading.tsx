import { Skeleton } from '#components/ui/skeleton.tsx'

const ROWS = ['1', '2', '3', '4', '5', '6', '7', '8']

export default function Loading() {
  return (
    <div className="flex-1 pt-5">
      <div className="flex items-center justify-between px-4 sm:px-6">
        <Skeleton className="h-8 w-32" />
        <Skeleton className="h-9.5 w-32 rounded-control" />
      </div>
      <Skeleton className="mx-4 mt-5 mb-6 h-9 max-w-72 rounded-control sm:mx-6" />
      {ROWS.map((row) => (
        <div key={row} className="flex h-13.5 items-center gap-3 border-t px-4 sm:px-6">
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
