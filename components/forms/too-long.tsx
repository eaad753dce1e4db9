import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

/** Screen readers announce the excess when typing pauses, not with each key. In ms. */
const PAUSE_MS = 1_000

/** Shows by how much a text is too long; empty otherwise. */
export function TooLong({ id, excess }: { id: string; excess: number }) {
  const t = useTranslations('common')
  const [told, tell] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => tell(excess), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [excess])
  return (
    <>
      {excess > 0 ? (
        <p id={id} className="flex items-start gap-1.5 text-sm text-bad-text tabular-nums">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.75 flex-none" />
          {t('tooLong', { count: excess })}
        </p>
      ) : null}
      <span role="status" className="sr-only">
        {told > 0 && excess > 0 ? t('tooLong', { count: told }) : null}
      </span>
    </>
  )
}
