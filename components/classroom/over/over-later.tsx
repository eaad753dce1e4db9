import { type ComponentProps, lazy, Suspense } from 'react'
import { RoomBoundary } from '#components/classroom/visit/room-boundary.tsx'

const Over = lazy(() => import('./over.tsx'))

/** What happened and what one can do now; its code comes once one is out. */
export function OverLater(props: ComponentProps<typeof Over>) {
  return (
    <RoomBoundary>
      <Suspense>
        <Over {...props} />
      </Suspense>
    </RoomBoundary>
  )
}
