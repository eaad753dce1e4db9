import { useTranslations } from 'next-intl'
import { DeviceFaultText } from '#components/classroom/media/device-fault-text.tsx'
import { DeviceSelect } from '#components/classroom/media/device-select.tsx'
import type { OwnMedia, OwnMediaState } from '#components/classroom/media/own-media.ts'
import { rememberChoices, rememberedChoices } from '#components/classroom/media/remembered.ts'
import { Button } from '#components/ui/button.tsx'
import { Step, Words } from './step.tsx'

export function CameraStep({ media, state }: { media: OwnMedia; state: OwnMediaState }) {
  const t = useTranslations('deviceCheck')
  const preview = useTranslations('preview')
  const { camera, devices } = state
  const isMissing = camera.fault === 'missing'
  const again = () => void media.open('camera', rememberedChoices().camera?.id ?? null)
  const said = () => {
    if (isMissing) return <Words title={t('camera.missing')} hint={t('camera.missingHint')} />
    if (camera.fault) return <DeviceFaultText device="camera" fault={camera.fault} />
    if (camera.track) return <Words title={t('camera.works')} hint={t('camera.worksHint')} />
    return <Words title={t('camera.pending')} hint={t('camera.pendingHint')} />
  }
  return (
    <Step sign={camera.track ? 'ok' : isMissing ? 'none' : camera.fault ? 'bad' : 'open'} said={said()}>
      <DeviceSelect
        label={preview('camera')}
        none={preview('noCamera')}
        kind="videoinput"
        devices={devices}
        value={camera.track?.getSettings().deviceId}
        onChoose={(chosen) => {
          rememberChoices({ camera: chosen })
          void media.open('camera', chosen.id)
        }}
      />
      {camera.fault ? (
        <Button size="sm" className="self-start" onClick={again}>
          {isMissing ? t('camera.lookAgain') : t('tryAgain')}
        </Button>
      ) : null}
    </Step>
  )
}
