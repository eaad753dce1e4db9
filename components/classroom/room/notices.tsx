import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Entry, Returning } from '#components/classroom/connection/entry-state.ts'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { useCanPlaySound } from '#components/classroom/livekit/use-can-play-sound.ts'
import { useReception } from '#components/classroom/room-state/reception-context.ts'
import { later } from '#components/classroom/ui/later.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Absence } from './use-absence.ts'

const BackNotice = later(() => import('./back-notice.tsx'))
const DeviceNotices = later(() => import('./device-notices.tsx'))
const ReceptionNotice = later(() => import('#components/classroom/network/reception-notice.tsx'))

type NoticesProps = {
  entry: Entry
  absence: Absence | null
  /** A card over the picture says that one is cut off. */
  hasLostCard: boolean
  controls: RoomControls
  onTryNow: () => void
  children: ReactNode
}

/** What one has to know now: each in words, with what to press. */
export function Notices({ entry, absence, hasLostCard, controls, onTryNow, children }: NoticesProps) {
  const { microphone, camera, share, silenced } = controls
  const { offered, mode } = useReception()
  const soundIsOff = !useCanPlaySound() && entry.at === 'inside'
  const hasDeviceNews =
    soundIsOff ||
    share.isSharing ||
    share.failed ||
    silenced.sources.length > 0 ||
    microphone.fault ||
    camera.fault
  return (
    <div className="pointer-events-none absolute inset-x-2 top-2 z-10 flex flex-col items-center gap-2 *:pointer-events-auto *:w-full *:max-w-160 *:shadow-3 md:inset-x-3 md:top-3">
      {entry.at === 'returning' && !hasLostCard ? (
        <ConnectionNotice
          entry={entry}
          onTryNow={onTryNow}
          onHelp={() => controls.showPanel({ kind: 'connection' })}
        />
      ) : null}
      {absence ? (
        <BackNotice
          key={absence.from}
          absence={absence}
          onRead={() => controls.showPanel({ kind: 'chat' })}
        />
      ) : null}
      {entry.at !== 'entering' && (offered || mode !== 'all') ? <ReceptionNotice /> : null}
      {children}
      {hasDeviceNews ? <DeviceNotices controls={controls} soundIsOff={soundIsOff} /> : null}
    </div>
  )
}

type ConnectionNoticeProps = {
  entry: Returning
  onTryNow: () => void
  /** Where there is more to say and to try. */
  onHelp?: () => void
}

/** Cut off: who does not answer, and trying at once. */
export function ConnectionNotice({ entry, onTryNow, onHelp }: ConnectionNoticeProps) {
  const t = useTranslations('room.notice')
  const texts = { server: t('serverAway'), classroom: t('classroomAway') }
  return (
    <Banner
      tone="failure"
      icon={<WifiOff />}
      action={
        <>
          {onHelp ? (
            <Button size="sm" variant="ghost" onClick={onHelp}>
              {t('help')}
            </Button>
          ) : null}
          {entry.by === 'us' ? (
            <Button size="sm" onClick={onTryNow}>
              {t('tryNow')}
            </Button>
          ) : null}
        </>
      }
    >
      {entry.trouble ? texts[entry.trouble] : t('lost')}
    </Banner>
  )
}
