import { Mic, MicOff, Video, VideoOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { ControlButton } from '#components/classroom/ui/control-button.tsx'

type DeviceButtonProps = { controls: RoomControls; beside?: ReactNode }

export function MicrophoneButton({ controls: { microphone, letterShortcuts }, beside }: DeviceButtonProps) {
  const t = useTranslations('room.control')
  return (
    <ControlButton
      icon={microphone.on ? <Mic /> : <MicOff />}
      label={microphone.on ? t('mute') : t('unmute')}
      tone={microphone.on ? 'plain' : 'off'}
      aria-keyshortcuts={letterShortcuts.shortcut('M')}
      onClick={() => void microphone.set(!microphone.on)}
      beside={beside}
    />
  )
}

export function CameraButton({ controls: { camera, letterShortcuts }, beside }: DeviceButtonProps) {
  const t = useTranslations('room.control')
  return (
    <ControlButton
      icon={camera.on ? <Video /> : <VideoOff />}
      label={camera.on ? t('stopVideo') : t('startVideo')}
      tone={camera.on ? 'plain' : 'off'}
      aria-keyshortcuts={letterShortcuts.shortcut('V')}
      onClick={() => void camera.set(!camera.on)}
      beside={beside}
    />
  )
}
