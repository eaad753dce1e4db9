import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { DeviceCheckPage } from '#components/classroom/device-check/device-check-page.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { TimeZoneCookie } from '#components/shell/time-zone-cookie.tsx'
import { homePath } from '#components/ui/home-path.ts'
import { findDeviceCheck } from '#lib/device-check/find-device-check.ts'
import { currentContext } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { sessionId } from '#lib/kernel/ids.ts'

type CheckPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deviceCheck')
  return { title: t('pageTitle') }
}

const address = z.object({ session: sessionId.optional().catch(undefined) })

export default async function CheckPage({ searchParams }: CheckPageProps) {
  const context = await currentContext()
  const { actor, now } = context
  const { session } = address.parse(await searchParams)
  const [zone, last] = await Promise.all([viewerZone(context), findDeviceCheck(context)])
  return (
    <Texts of={['common', 'errors', 'preview', 'deviceCheck']}>
      <TimeZoneCookie shown={zone} fixed={actor.timeZone !== null} />
      <DeviceCheckPage
        viewer={{ id: actor.id, name: actor.name, role: actor.role, zone }}
        last={last}
        serverTime={now.toISOString()}
        doneHref={session ? `/sessions/${session}/room` : homePath(actor.role)}
      />
    </Texts>
  )
}
