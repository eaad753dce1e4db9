import { useTranslations } from 'next-intl'
import { Spinner } from '#components/ui/spinner.tsx'

/** While the room's code is on its way. */
export function GoingIn() {
  const t = useTranslations('room.entering')
  return (
    <main className="grid min-h-dvh place-items-center">
      <p role="status" className="flex items-center gap-2.5 text-h3 text-text-2">
        <Spinner />
        {t('title')}
      </p>
    </main>
  )
}
