import { later } from '#components/classroom/ui/later.tsx'
import { Spinner } from '#components/ui/spinner.tsx'

/** What happened and what one can do now; its code comes once one is out. */
export const OverLater = later(
  () => import('./over.tsx'),
  () => (
    <main className="grid min-h-dvh place-items-center">
      <Spinner />
    </main>
  ),
)
