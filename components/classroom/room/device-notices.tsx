import { Track } from 'livekit-client'
import { MicOff, TriangleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import type { Silenced } from '#components/classroom/controls/use-silenced.ts'
import { SoundNotice } from '#components/classroom/livekit/sound-notice.tsx'
import type { DeviceFault } from '#components/classroom/media/device-fault.ts'
import { DeviceFaultText } from '#components/classroom/media/device-fault-text.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { SharingNotices } from './sharing-notices.tsx'

type DeviceNoticesProps = {
  controls: Pick<RoomControls, 'microphone' | 'camera' | 'silenced' | 'share'>
  soundIsOff: boolean
}

/** Notices of the own devices: blocked sound, a shared screen, sources switched off by a leader, and device faults. */
export default function DeviceNotices({
  controls: { microphone, camera, silenced, share },
  soundIsOff,
}: DeviceNoticesProps) {
  return (
    <>
      {soundIsOff ? <SoundNotice /> : null}
      <SharingNotices share={share} />
      {silenced.sources.map((source) => (
        <SilencedNotice
          key={source}
          source={source}
          onUnmute={source === Track.Source.Microphone ? () => void microphone.set(true) : null}
          onDismiss={() => silenced.forget(source)}
        />
      ))}
      <FaultNotice device="microphone" fault={microphone.fault} onDismiss={microphone.forgetFault} />
      <FaultNotice device="camera" fault={camera.fault} onDismiss={camera.forgetFault} />
    </>
  )
}

type SilencedNoticeProps = { source: Silenced; onUnmute: (() => void) | null; onDismiss: () => void }

function SilencedNotice({ source, onUnmute, onDismiss }: SilencedNoticeProps) {
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
      {t(`silenced.${source}`)}
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
