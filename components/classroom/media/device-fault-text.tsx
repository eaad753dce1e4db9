import { useTranslations } from 'next-intl'
import type { DeviceFault } from './device-fault.ts'

/** The fault of a device, and how to fix it. */
export function DeviceFaultText({ device, fault }: { device: 'camera' | 'microphone'; fault: DeviceFault }) {
  const t = useTranslations('preview.fault')
  return (
    <>
      <b className="block font-semibold">{t(`${device}.${fault}`)}</b>
      <span className="text-sm">{t(`fix.${fault}`)}</span>
    </>
  )
}
