import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { Spinner } from '#components/ui/spinner.tsx'

/** What happened, and the next steps. Its code loads when the viewer is out of the room. */
export const LazyEndScreen = lazyWithRetry(
  () => import('./end-screen.tsx'),
  () => (
    <main className="grid min-h-dvh place-items-center">
      <Spinner />
    </main>
  ),
)
