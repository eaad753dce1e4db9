import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RoomDisplay } from '#components/classroom/room-display/room-display.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { application } from '#lib/process/application.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('roomDisplay')
  return { title: t('pageTitle') }
}

/** Public: a room display has no signed-in user. */
export default function RoomDisplayPage() {
  const { publicUrl } = application().configuration
  return (
    <div data-theme="dark" className="min-h-dvh bg-canvas text-text">
      <Texts of={['common', 'errors', 'roomDisplay', 'preview', 'room', 'moderation']}>
        <RoomDisplay address={publicUrl.host} serverTime={new Date().toISOString()} />
      </Texts>
    </div>
  )
}
