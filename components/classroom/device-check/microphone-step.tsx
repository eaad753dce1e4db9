import { useTranslations } from 'next-intl'
import { DeviceFaultText } from '#components/classroom/media/device-fault-text.tsx'
import { DeviceSelect } from '#components/classroom/media/device-select.tsx'
import { LevelMeter } from '#components/classroom/media/level-meter.tsx'
import type { LocalMedia, LocalMediaState } from '#components/classroom/media/local-media.ts'
import { rememberChoices, rememberedChoices } from '#components/classroom/media/remembered.ts'
import { Button } from '#components/ui/button.tsx'
import { Step, StepText } from './step.tsx'

type MicrophoneStepProps = {
  media: LocalMedia
  state: LocalMediaState
  level: { lit: number; heard: boolean }
  bars: number
}

export function MicrophoneStep({ media, state, level, bars }: MicrophoneStepProps) {
  const t = useTranslations('deviceCheck')
  const preview = useTranslations('preview')
  const { microphone, devices } = state
  const retry = () => void media.open('microphone', rememberedChoices().microphone?.id ?? null)
  const renderResult = () => {
    if (microphone.fault) return <DeviceFaultText device="microphone" fault={microphone.fault} />
    if (!microphone.track) {
      return <StepText title={t('microphone.pending')} hint={t('microphone.pendingHint')} />
    }
    return level.heard ? (
      <StepText title={t('microphone.heard')} hint={t('microphone.heardHint')} />
    ) : (
      <StepText title={t('microphone.silent')} hint={t('microphone.silentHint')} />
    )
  }
  return (
    <Step
      status={microphone.fault ? 'bad' : microphone.track && level.heard ? 'ok' : 'open'}
      result={renderResult()}
    >
      {microphone.track ? <LevelMeter lit={level.lit} bars={bars} /> : null}
      <DeviceSelect
        label={preview('microphone')}
        placeholder={preview('noMicrophone')}
        kind="audioinput"
        devices={devices}
        value={microphone.track?.getSettings().deviceId}
        onChoose={(chosen) => {
          rememberChoices({ microphone: chosen })
          void media.open('microphone', chosen.id)
        }}
      />
      {microphone.fault ? (
        <Button size="sm" className="self-start" onClick={retry}>
          {t('tryAgain')}
        </Button>
      ) : null}
    </Step>
  )
}
