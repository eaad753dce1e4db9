import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { request } from '#components/api/request.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { PanelHead } from '#components/classroom/ui/panel-head.tsx'
import PeopleSearch from '#components/classroom/ui/people-search.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { ListSkeleton } from '#components/ui/list-skeleton.tsx'
import { listColleaguesEndpoint } from '#lib/classroom/moderation/endpoints.generated.ts'

type Colleague = { id: string; name: string }

type ColleaguePanelProps = {
  sessionId: string
  onChoose: (colleague: Colleague) => void
  onClose: () => void
}

/** Panel to choose another trainer as an assistant in this session. */
export function ColleaguePanel({ sessionId, onChoose, onClose }: ColleaguePanelProps) {
  const t = useTranslations('moderation.colleague')
  const [query, setQuery] = useState('')
  const { colleagues, failure, retry } = useColleagues(sessionId, query)
  return (
    <>
      <PanelHead title={t('title')} onClose={onClose} />
      <div className="min-h-0 flex-1 overflow-y-auto py-3">
        <PeopleSearch query={query} resultCount={colleagues?.length ?? 1} onChange={setQuery} />
        {failure ? (
          <div className="flex flex-col items-start gap-2 px-4 py-2">
            <Failure failure={failure} />
            <Button size="sm" onClick={retry}>
              {t('again')}
            </Button>
          </div>
        ) : null}
        {colleagues || failure ? null : <ListSkeleton />}
        {colleagues?.length === 0 && !query ? (
          <p className="px-4 py-2 text-sm text-text-2">{t('none')}</p>
        ) : null}
        <ul>
          {colleagues?.map((colleague) => (
            <li key={colleague.id} className="flex min-h-11 items-center gap-2.5 px-4 py-1">
              <Avatar id={colleague.id} name={colleague.name} size="sm" />
              <span dir="auto" className="min-w-0 flex-1 truncate">
                {colleague.name}
              </span>
              <Button
                size="sm"
                aria-label={t('chooseNamed', { name: colleague.name })}
                onClick={() => onChoose(colleague)}
              >
                {t('choose')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

/** Typing pause before the search is sent, in ms. */
const PAUSE_MS = 200

function useColleagues(sessionId: string, search: string) {
  const [attempt, setAttempt] = useState(0)
  const [answer, setAnswer] = useState<{ colleagues: Colleague[] | null; failure: unknown }>({
    colleagues: null,
    failure: null,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry sends the same request again
  useEffect(() => {
    let stale = false
    const timer = setTimeout(
      async () => {
        const found = await request(listColleaguesEndpoint, { sessionId, search }).then(
          ({ items }) => ({ colleagues: items, failure: null }),
          (failure: unknown) => ({ colleagues: null, failure }),
        )
        if (!stale) setAnswer(found)
      },
      search ? PAUSE_MS : 0,
    )
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [sessionId, search, attempt])
  return { ...answer, retry: () => setAttempt(attempt + 1) }
}
