import { useAudioPlayback } from '@livekit/components-react'
import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import type { EntryState, Reconnecting } from '#components/classroom/room-state/entry-state.ts'
import { useReceiveMode } from '#components/classroom/room-state/room-services.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { ConnectionGap } from './use-connection-gap.ts'

const ReconnectedNotice = lazyWithRetry(() => import('./reconnected-notice.tsx'))
const DeviceNotices = lazyWithRetry(() => import('./device-notices.tsx'))
const ReceiveModeNotice = lazyWithRetry(() => import('#components/classroom/network/receive-mode-notice.tsx'))

type NoticesProps = {
  entry: EntryState
  gap: ConnectionGap | null
  /** A card over the picture already shows the disconnect. */
  hasDisconnectedCard: boolean
  controls: RoomControls
  onRetryNow: () => void
  children: ReactNode
}

/** Current notices for the viewer, each with its action. */
export function Notices({ entry, gap, hasDisconnectedCard, controls, onRetryNow, children }: NoticesProps) {
  const { microphone, camera, share, mutedByModerator } = controls
  const { offered, mode } = useReceiveMode()
  const soundIsOff = !useAudioPlayback().canPlayAudio && entry.phase === 'inside'
  const hasDeviceNotices =
    soundIsOff ||
    share.isSharing ||
    share.failed ||
    mutedByModerator.sources.length > 0 ||
    microphone.fault ||
    camera.fault
  return (
    <div className="pointer-events-none absolute inset-x-2 top-2 z-10 flex flex-col items-center gap-2 *:pointer-events-auto *:w-full *:max-w-160 *:shadow-3 md:inset-x-3 md:top-3">
      {entry.phase === 'reconnecting' && !hasDisconnectedCard ? (
        <ConnectionNotice
          entry={entry}
          onRetryNow={onRetryNow}
          onHelp={() => controls.showPanel({ kind: 'connection' })}
        />
      ) : null}
      {gap ? (
        <ReconnectedNotice key={gap.from} gap={gap} onRead={() => controls.showPanel({ kind: 'chat' })} />
      ) : null}
      {entry.phase !== 'entering' && (offered || mode !== 'all') ? <ReceiveModeNotice /> : null}
      {children}
      {hasDeviceNotices ? <DeviceNotices controls={controls} soundIsOff={soundIsOff} /> : null}
    </div>
  )
}

type ConnectionNoticeProps = {
  entry: Reconnecting
  onRetryNow: () => void
  /** Opens the panel with details and further steps, if there is one. */
  onHelp?: () => void
}

/** Disconnect notice: the part that doesn't respond, and a button to retry now. */
export function ConnectionNotice({ entry, onRetryNow, onHelp }: ConnectionNoticeProps) {
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
          {entry.method === 'rejoin' ? (
            <Button size="sm" onClick={onRetryNow}>
              {t('tryNow')}
            </Button>
          ) : null}
        </>
      }
    >
      {entry.unreachable ? texts[entry.unreachable] : t('disconnected')}
    </Banner>
  )
}
