import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { KnownDevice } from '#components/classroom/devices/choices.ts'
import type { OwnMedia, OwnMediaState } from '#components/classroom/devices/own-media.ts'
import { playSound } from '#components/classroom/devices/play-sound.ts'
import { rememberChoices, rememberedChoices } from '#components/classroom/devices/remembered.ts'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'

/** Which camera, microphone and loudspeaker. */
export function DeviceSelects({ media, state }: { media: OwnMedia; state: OwnMediaState }) {
  const t = useTranslations('preview')
  const [speaker, setSpeaker] = useState(() => rememberedChoices().speaker)
  const { devices, camera, microphone } = state
  return (
    <div className="grid gap-3.5 sm:mt-5 sm:grid-cols-3">
      <DeviceSelect
        label={t('camera')}
        none={t('noCamera')}
        kind="videoinput"
        devices={devices}
        value={camera.track?.getSettings().deviceId}
        onChoose={(camera) => {
          rememberChoices({ camera, cameraOn: true })
          void media.open('camera', camera.id)
        }}
      />
      <DeviceSelect
        label={t('microphone')}
        none={t('noMicrophone')}
        kind="audioinput"
        devices={devices}
        value={microphone.track?.getSettings().deviceId}
        onChoose={(microphone) => {
          rememberChoices({ microphone })
          void media.open('microphone', microphone.id)
        }}
      />
      <DeviceSelect
        label={t('speaker')}
        none={t('systemSpeaker')}
        kind="audiooutput"
        devices={devices}
        value={speaker?.id ?? 'default'}
        onChoose={(chosen) => {
          rememberChoices({ speaker: chosen })
          setSpeaker(chosen)
        }}
        aside={
          <button type="button" className="link text-sm" onClick={() => void playSound(speaker?.id)}>
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
  onChoose: (device: KnownDevice) => void
  aside?: ReactNode
}

function DeviceSelect({ label, none, kind, devices, value, onChoose, aside }: DeviceSelectProps) {
  const t = useTranslations('preview')
  const found = devices.filter((device) => device.kind === kind && device.deviceId !== '')

  function choose(id: string) {
    const device = found.find(({ deviceId }) => deviceId === id)
    if (device) onChoose({ id, label: device.label })
  }

  return (
    <Field label={label} aside={aside}>
      {(control) => (
        <Select
          {...control}
          disabled={found.length === 0}
          value={found.some((device) => device.deviceId === value) ? value : ''}
          onChange={(event) => choose(event.target.value)}
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
