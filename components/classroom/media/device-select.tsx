import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import type { KnownDevice } from './device-choices.ts'

type DeviceSelectProps = {
  label: string
  placeholder: string
  kind: MediaDeviceKind
  devices: MediaDeviceInfo[]
  value: string | undefined
  onChoose: (device: KnownDevice) => void
  aside?: ReactNode
}

/** Selects one of the devices of a kind. */
export function DeviceSelect({
  label,
  placeholder,
  kind,
  devices,
  value,
  onChoose,
  aside,
}: DeviceSelectProps) {
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
              {placeholder}
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
