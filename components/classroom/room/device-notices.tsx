import { Track } from 'livekit-client'
import { MicOff, TriangleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MutedSource } from '#components/classroom/controls/use-muted-by-moderator.ts'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { SoundNotice } from '#components/classroom/livekit/sound-notice.tsx'
import type { DeviceFault } from '#components/classroom/media/device-fault.ts'
import { DeviceFaultText } from '#components/classroom/media/device-fault-text.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { SharingNotices } from './sharing-notices.tsx'

type DeviceNoticesProps = {
  controls: Pick<RoomControls, 'microphone' | 'camera' | 'mutedByModerator' | 'share'>
  soundIsOff: boolean
}

/** Notices about local devices: blocked sound, a shared screen, tracks muted by a moderator, and device faults. */
export default function DeviceNotices({
  controls: { microphone, camera, mutedByModerator, share },
  soundIsOff,
}: DeviceNoticesProps) {
  return (
    <>
      {soundIsOff ? <SoundNotice /> : null}
      <SharingNotices share={share} />
      {mutedByModerator.sources.map((source) => (
        <MutedNotice
          key={source}
          source={source}
          onUnmute={source === Track.Source.Microphone ? () => void microphone.set(true) : null}
          onDismiss={() => mutedByModerator.dismiss(source)}
        />
      ))}
      <FaultNotice device="microphone" fault={microphone.fault} onDismiss={microphone.clearFault} />
      <FaultNotice device="camera" fault={camera.fault} onDismiss={camera.clearFault} />
    </>
  )
}

type MutedNoticeProps = { source: MutedSource; onUnmute: (() => void) | null; onDismiss: () => void }

function MutedNotice({ source, onUnmute, onDismiss }: MutedNoticeProps) {
  const t = useTranslations('room.notice')
  return (
    <Banner
      icon={<MicOff />}
      action={
        <>
          {onUnmute ? (
            <Button size="sm" onClick={onUnmute}>
              {t('unmute')}
            </Button>
          ) : null}
          <IconButton label={t('dismiss')} icon={<X />} onClick={onDismiss} />
        </>
      }
    >
      {t(`mutedByModerator.${source}`)}
    </Banner>
  )
}

type FaultNoticeProps = { device: 'camera' | 'microphone'; fault: DeviceFault | null; onDismiss: () => void }

function FaultNotice({ device, fault, onDismiss }: FaultNoticeProps) {
  const t = useTranslations('room.notice')
  if (!fault) return null
  return (
    <Banner
      tone="failure"
      icon={<TriangleAlert />}
      action={<IconButton label={t('dismiss')} icon={<X />} onClick={onDismiss} />}
    >
      <DeviceFaultText device={device} fault={fault} />
    </Banner>
  )
}
