import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { Spinner } from '#components/ui/spinner.tsx'

/** What happened and what one can do now; its code comes once one is out. */
export const LazyEndScreen = lazyWithRetry(
  () => import('./end-screen.tsx'),
  () => (
    <main className="grid min-h-dvh place-items-center">
      <Spinner />
    </main>
  ),
)
