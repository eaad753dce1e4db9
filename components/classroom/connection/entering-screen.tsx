import { useTranslations } from 'next-intl'
import type { UnreachableService } from '#components/classroom/room-state/entry-state.ts'
import { Spinner } from '#components/ui/spinner.tsx'

/** Shown while entering. If that takes longer, it names the service that does not answer and offers to go back. */
export function EnteringScreen({ unreachable = null }: { unreachable?: UnreachableService | null }) {
  const t = useTranslations()
  return (
    <main className="grid min-h-dvh place-content-center gap-3 p-6 text-center text-text-2">
      <p role="status" className="flex items-center justify-center gap-2.5 text-h3">
        <Spinner />
        {t('room.entering.title')}
      </p>
      {unreachable ? (
        <>
          <p role="status" className="max-w-110">
            {t(`room.entering.${unreachable}`)}
          </p>
          <a className="link" href="/">
            {t('preview.back')}
          </a>
        </>
      ) : null}
    </main>
  )
}
