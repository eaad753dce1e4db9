import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Classroom } from '#components/classroom/classroom.tsx'
import { CheckLine } from '#components/classroom/device-check/check-line.tsx'
import { TimeZoneCookie } from '#components/shell/time-zone-cookie.tsx'
import { findDeviceCheck } from '#lib/device-check/find-device-check.ts'
import { currentContext, pageOr404 } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { sessionId as sessionIdSchema } from '#lib/kernel/ids.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'

type RoomPageProps = {
  params: Promise<{ sessionId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('preview')
  return { title: t('pageTitle') }
}

export default async function RoomPage({ params, searchParams }: RoomPageProps) {
  const context = await currentContext()
  const sessionId = sessionIdSchema.safeParse((await params).sessionId)
  if (!sessionId.success) notFound()
  const { actor } = context
  // Admins can review a session, but they cannot enter its room.
  if (actor.role === 'ADMIN') redirect(`/sessions/${sessionId.data}`)
  const session = await pageOr404(findSession(context, { sessionId: sessionId.data }))
  const now = context.now.toISOString()
  const [zone, lastCheck] = await Promise.all([viewerZone(context), findDeviceCheck(context)])
  return (
    <>
      <TimeZoneCookie shown={zone} fixed={actor.timeZone !== null} />
      <Classroom
        session={session}
        viewer={{ id: actor.id, name: actor.name, role: actor.role, zone }}
        checkLine={<CheckLine check={lastCheck} sessionId={session.id} zone={zone} now={now} />}
        joinNow={'join' in (await searchParams)}
        serverTime={now}
      />
    </>
  )
}
