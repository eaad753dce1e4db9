import { CircleCheck, CircleDashed, CircleMinus, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DeviceFaultText } from '#components/classroom/media/device-fault-text.tsx'
import type { LocalDevice, LocalMedia, LocalMediaState } from '#components/classroom/media/local-media.ts'
import { openChosenDevices } from '#components/classroom/media/open-chosen-devices.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'

type DeviceChecksProps = { media: LocalMedia; state: LocalMediaState; viewer: Viewer; heard: boolean }

/** State of each device, with the fault and its fix if there is one. */
export function DeviceChecks({ media, state: { camera, microphone }, viewer, heard }: DeviceChecksProps) {
  const t = useTranslations('preview')
  const hasFault = camera.fault || microphone.fault
  return (
    <div className="max-sm:mt-4">
      <Card role="status" className="grid divide-y sm:grid-cols-2 sm:divide-x sm:divide-y-0">
        <Check
          device="microphone"
          state={microphone}
          works={[
            t('check.microphoneWorks'),
            heard ? t('check.microphoneHeard') : t('check.microphoneWorksHint'),
          ]}
          off={[t('check.microphoneOff'), t('check.microphoneOffHint')]}
        />
        <Check
          device="camera"
          state={camera}
          works={[t('check.cameraWorks'), t('check.cameraWorksHint')]}
          off={[t('check.cameraOff'), t('check.cameraOffHint')]}
        />
      </Card>
      {hasFault ? (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button onClick={() => void openChosenDevices(media, viewer.role)}>{t('tryAgain')}</Button>
          <p className="min-w-0 flex-1 text-sm text-text-2">{t('withoutDevices')}</p>
        </div>
      ) : null}
    </div>
  )
}

type Words = [title: string, hint: string]
type CheckProps = { device: 'camera' | 'microphone'; state: LocalDevice; works: Words; off: Words }

function Check({ device, state, works, off }: CheckProps) {
  const t = useTranslations('preview.check')
  if (state.fault) {
    return (
      <CheckRow icon={<TriangleAlert className="text-bad-text" />}>
        <DeviceFaultText device={device} fault={state.fault} />
      </CheckRow>
    )
  }
  if (state.pending)
    return <CheckRow icon={<CircleDashed className="text-text-3" />} words={[t('asking'), t('askingHint')]} />
  if (!state.track) return <CheckRow icon={<CircleMinus className="text-text-3" />} words={off} />
  return <CheckRow icon={<CircleCheck className="text-ok-text" />} words={works} />
}

function CheckRow({ icon, words, children }: { icon: ReactNode; words?: Words; children?: ReactNode }) {
  return (
    <div className="flex gap-2.5 px-4 py-3.5 [&>svg]:mt-px [&>svg]:size-4.5 [&>svg]:flex-none [&>svg]:stroke-[1.75]">
      {icon}
      <div className="min-w-0">
        {children}
        {words ? (
          <>
            <p className="font-medium">{words[0]}</p>
            <p className="text-sm text-text-2">{words[1]}</p>
          </>
        ) : null}
      </div>
    </div>
  )
}
