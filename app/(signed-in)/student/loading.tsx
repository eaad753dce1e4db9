import { Skeleton } from '#components/ui/skeleton.tsx'

export default function Loading() {
  return (
    <>
      <Skeleton className="h-107 rounded-stage" />
      <div className="mt-8 grid gap-8 md:grid-cols-[minmax(0,1fr)_22rem]">
        <Skeleton className="h-70 rounded-card" />
        <Skeleton className="h-70 rounded-card" />
      </div>
    </>
  )
}
