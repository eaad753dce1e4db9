import { useTranslations } from 'next-intl'
import { PlaceAtTheDoor } from '#components/classroom/lobby/place-at-the-door.tsx'
import { useKnock } from '#components/classroom/lobby/use-knock.ts'
import { WaitingHero } from '#components/classroom/lobby/waiting-hero.tsx'
import { PageFrame } from '#components/classroom/ui/page-frame.tsx'
import { SessionHead } from '#components/classroom/ui/session-head.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { useNow } from '#components/ui/use-now.ts'
import type { Knocked } from '#lib/classroom/admission/api.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'

type CompanionWaitingProps = {
  session: SessionDetail
  viewer: Viewer
  serverTime: string
  knock: () => Promise<Knocked>
  onAdmitted: () => void
}

/** Before the trainer starts, or lets in: the companion goes in by itself. */
export default function CompanionWaiting(props: CompanionWaitingProps) {
  const { session, viewer, serverTime, knock, onAdmitted } = props
  const t = useTranslations('companion')
  const now = useNow(serverTime, 10_000)
  const isAtTheDoor = session.joinRefusal === 'not_admitted'
  const knocked = useKnock(isAtTheDoor, knock, onAdmitted)
  return (
    <PageFrame viewer={viewer}>
      <main className="mx-auto flex w-full max-w-180 flex-col gap-5 px-4 pb-8">
        <div>
          <p className="text-sm font-medium text-text-2">{t('subtitle')}</p>
          <SessionHead session={session} zone={viewer.zone} now={now} />
        </div>
        <div>
          <WaitingHero session={session} viewer={viewer} serverTime={serverTime} now={now} />
          {isAtTheDoor ? <PlaceAtTheDoor knocked={knocked} /> : null}
        </div>
      </main>
    </PageFrame>
  )
}
