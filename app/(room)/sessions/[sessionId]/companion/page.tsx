import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Companion } from '#components/classroom/companion/companion.tsx'
import { TimeZoneCookie } from '#components/shell/time-zone-cookie.tsx'
import { currentContext, pageOr404 } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { sessionId as sessionIdSchema } from '#lib/kernel/ids.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('companion')
  return { title: t('pageTitle') }
}

export default async function CompanionPage({ params }: { params: Promise<{ sessionId: string }> }) {
  const context = await currentContext()
  const sessionId = sessionIdSchema.safeParse((await params).sessionId)
  if (!sessionId.success) notFound()
  const { actor, now } = context
  // Admins can review a session, but they cannot enter its room.
  if (actor.role === 'ADMIN') redirect(`/sessions/${sessionId.data}`)
  const session = await pageOr404(findSession(context, { sessionId: sessionId.data }))
  const zone = await viewerZone(context)
  return (
    <>
      <TimeZoneCookie shown={zone} fixed={actor.timeZone !== null} />
      <Companion
        session={session}
        viewer={{ id: actor.id, name: actor.name, role: actor.role, zone }}
        serverTime={now.toISOString()}
      />
    </>
  )
}
