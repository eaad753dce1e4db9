import { CircleAlert } from 'lucide-react'
import type { Failure } from '#components/forms/use-action.ts'
import { CollisionList } from '#components/schedule/planning/collision-list.tsx'
import { Banner } from '#components/ui/banner.tsx'

/** An error message with the sessions that block the action. */
export function BlockingSessions({ failure, zone }: { failure: Failure; zone: string }) {
  return (
    <div className="flex flex-col gap-2">
      <Banner tone="failure" icon={<CircleAlert />}>
        {failure.message}
      </Banner>
      <CollisionList collisions={failure.collisions ?? []} zone={zone} />
    </div>
  )
}
