import { useTranslations } from 'next-intl'
import { LobbyPosition } from '#components/classroom/lobby/lobby-position.tsx'
import { useEntryRequest } from '#components/classroom/lobby/use-entry-request.ts'
import { WaitingHero } from '#components/classroom/lobby/waiting-hero.tsx'
import { PageFrame } from '#components/classroom/ui/page-frame.tsx'
import { SessionHead } from '#components/classroom/ui/session-head.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { useNow } from '#components/ui/use-now.ts'
import type { EntryRequestStatus } from '#lib/classroom/admission/api.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'

type CompanionWaitingProps = {
  session: SessionDetail
  viewer: Viewer
  serverTime: string
  requestEntry: () => Promise<EntryRequestStatus>
  onAdmitted: () => void
}

/** Shown until the trainer starts the class or admits the student. The companion then joins automatically. */
export default function CompanionWaiting(props: CompanionWaitingProps) {
  const { session, viewer, serverTime, requestEntry, onAdmitted } = props
  const t = useTranslations('companion')
  const now = useNow(serverTime, 10_000)
  const isInLobby = session.joinRefusal === 'not_admitted'
  const entryRequest = useEntryRequest(isInLobby, requestEntry, onAdmitted)
  return (
    <PageFrame viewer={viewer}>
      <main className="mx-auto flex w-full max-w-180 flex-col gap-5 px-4 pb-8">
        <div>
          <p className="text-sm font-medium text-text-2">{t('subtitle')}</p>
          <SessionHead session={session} zone={viewer.zone} now={now} />
        </div>
        <div>
          <WaitingHero session={session} viewer={viewer} serverTime={serverTime} now={now} />
          {isInLobby ? <LobbyPosition entryRequest={entryRequest} /> : null}
        </div>
      </main>
    </PageFrame>
  )
}
