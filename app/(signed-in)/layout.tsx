import type { ReactNode } from 'react'
import { Shell } from '#components/shell/shell.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { TimeZoneCookie } from '#components/shell/time-zone-cookie.tsx'
import { ZoneOffer } from '#components/shell/zone-offer.tsx'
import { Toaster } from '#components/ui/toast.tsx'
import { currentContext } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { countUnread } from '#lib/inbox/count-unread.ts'
import { listLiveSessions } from '#lib/sessions/reading/list-live-sessions.ts'
import { changeOwnTimeZone } from './account/actions.ts'

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const context = await currentContext()
  const { actor } = context
  const zone = await viewerZone(context)
  const [live, { unread }] = await Promise.all([
    actor.role === 'STUDENT' ? [] : listLiveSessions(context),
    countUnread(context),
  ])
  return (
    <Texts of={['common', 'errors', 'shell']}>
      <TimeZoneCookie shown={zone} fixed={actor.timeZone !== null} />
      <Toaster>
        <Shell actor={actor} zone={zone} now={context.now.toISOString()} live={live.length} unread={unread}>
          {actor.timeZone ? <ZoneOffer zone={actor.timeZone} change={changeOwnTimeZone} /> : null}
          {children}
        </Shell>
      </Toaster>
    </Texts>
  )
}
