import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { OwnMedia, OwnMediaState } from '#components/classroom/devices/own-media.ts'
import { playSound } from '#components/classroom/devices/play-sound.ts'
import { rememberChoices, rememberedChoices } from '#components/classroom/devices/remembered.ts'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'

/** Which camera, microphone and loudspeaker. */
export function DeviceSelects({ media, state }: { media: OwnMedia; state: OwnMediaState }) {
  const t = useTranslations('preview')
  const [speakerId, setSpeakerId] = useState(() => rememberedChoices().speakerId)
  const { devices, camera, microphone } = state
  return (
    <div className="grid gap-3.5 sm:mt-5 sm:grid-cols-3">
      <DeviceSelect
        label={t('camera')}
        none={t('noCamera')}
        kind="videoinput"
        devices={devices}
        value={camera.track?.getSettings().deviceId}
        onChoose={(cameraId) => {
          rememberChoices({ cameraId, cameraOn: true })
          void media.open('camera', cameraId)
        }}
      />
      <DeviceSelect
        label={t('microphone')}
        none={t('noMicrophone')}
        kind="audioinput"
        devices={devices}
        value={microphone.track?.getSettings().deviceId}
        onChoose={(microphoneId) => {
          rememberChoices({ microphoneId })
          void media.open('microphone', microphoneId)
        }}
      />
      <DeviceSelect
        label={t('speaker')}
        none={t('systemSpeaker')}
        kind="audiooutput"
        devices={devices}
        value={speakerId ?? 'default'}
        onChoose={(id) => {
          rememberChoices({ speakerId: id })
          setSpeakerId(id)
        }}
        aside={
          <button type="button" className="link text-sm" onClick={() => void playSound(speakerId)}>
            {t('playSound')}
          </button>
        }
      />
    </div>
  )
}

type DeviceSelectProps = {
  label: string
  none: string
  kind: MediaDeviceKind
  devices: MediaDeviceInfo[]
  value: string | undefined
  onChoose: (deviceId: string) => void
  aside?: ReactNode
}

function DeviceSelect({ label, none, kind, devices, value, onChoose, aside }: DeviceSelectProps) {
  const t = useTranslations('preview')
  const found = devices.filter((device) => device.kind === kind && device.deviceId !== '')
  return (
    <Field label={label} aside={aside}>
      {(control) => (
        <Select
          {...control}
          disabled={found.length === 0}
          value={found.some((device) => device.deviceId === value) ? value : ''}
          onChange={(event) => onChoose(event.target.value)}
        >
          {found.some((device) => device.deviceId === value) ? null : (
            <option value="" disabled>
              {none}
            </option>
          )}
          {found.map((device, index) => (
            <option key={device.deviceId} value={device.deviceId}>
              {device.label || t('unnamedDevice', { kind, number: index + 1 })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
