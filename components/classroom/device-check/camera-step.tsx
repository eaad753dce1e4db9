import { useTranslations } from 'next-intl'
import { DeviceFaultText } from '#components/classroom/media/device-fault-text.tsx'
import { DeviceSelect } from '#components/classroom/media/device-select.tsx'
import type { LocalMedia, LocalMediaState } from '#components/classroom/media/local-media.ts'
import { rememberChoices, rememberedChoices } from '#components/classroom/media/remembered.ts'
import { Button } from '#components/ui/button.tsx'
import { Step, StepText } from './step.tsx'

export function CameraStep({ media, state }: { media: LocalMedia; state: LocalMediaState }) {
  const t = useTranslations('deviceCheck')
  const preview = useTranslations('preview')
  const { camera, devices } = state
  const isMissing = camera.fault === 'missing'
  const retry = () => void media.open('camera', rememberedChoices().camera?.id ?? null)
  const renderResult = () => {
    if (isMissing) return <StepText title={t('camera.missing')} hint={t('camera.missingHint')} />
    if (camera.fault) return <DeviceFaultText device="camera" fault={camera.fault} />
    if (camera.track) return <StepText title={t('camera.works')} hint={t('camera.worksHint')} />
    return <StepText title={t('camera.pending')} hint={t('camera.pendingHint')} />
  }
  return (
    <Step
      status={camera.track ? 'ok' : isMissing ? 'none' : camera.fault ? 'bad' : 'open'}
      result={renderResult()}
    >
      <DeviceSelect
        label={preview('camera')}
        placeholder={preview('noCamera')}
        kind="videoinput"
        devices={devices}
        value={camera.track?.getSettings().deviceId}
        onChoose={(chosen) => {
          rememberChoices({ camera: chosen })
          void media.open('camera', chosen.id)
        }}
      />
      {camera.fault ? (
        <Button size="sm" className="self-start" onClick={retry}>
          {isMissing ? t('camera.lookAgain') : t('tryAgain')}
        </Button>
      ) : null}
    </Step>
  )
}
