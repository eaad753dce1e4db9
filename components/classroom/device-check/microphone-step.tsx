import { useTranslations } from 'next-intl'
import { DeviceFaultText } from '#components/classroom/media/device-fault-text.tsx'
import { DeviceSelect } from '#components/classroom/media/device-select.tsx'
import { LevelMeter } from '#components/classroom/media/level-meter.tsx'
import type { OwnMedia, OwnMediaState } from '#components/classroom/media/own-media.ts'
import { rememberChoices, rememberedChoices } from '#components/classroom/media/remembered.ts'
import { Button } from '#components/ui/button.tsx'
import { Step, Words } from './step.tsx'

type MicrophoneStepProps = {
  media: OwnMedia
  state: OwnMediaState
  level: { lit: number; heard: boolean }
  bars: number
}

export function MicrophoneStep({ media, state, level, bars }: MicrophoneStepProps) {
  const t = useTranslations('deviceCheck')
  const preview = useTranslations('preview')
  const { microphone, devices } = state
  const again = () => void media.open('microphone', rememberedChoices().microphone?.id ?? null)
  const said = () => {
    if (microphone.fault) return <DeviceFaultText device="microphone" fault={microphone.fault} />
    if (!microphone.track) {
      return <Words title={t('microphone.pending')} hint={t('microphone.pendingHint')} />
    }
    return level.heard ? (
      <Words title={t('microphone.heard')} hint={t('microphone.heardHint')} />
    ) : (
      <Words title={t('microphone.silent')} hint={t('microphone.silentHint')} />
    )
  }
  return (
    <Step sign={microphone.fault ? 'bad' : microphone.track && level.heard ? 'ok' : 'open'} said={said()}>
      {microphone.track ? <LevelMeter lit={level.lit} bars={bars} /> : null}
      <DeviceSelect
        label={preview('microphone')}
        none={preview('noMicrophone')}
        kind="audioinput"
        devices={devices}
        value={microphone.track?.getSettings().deviceId}
        onChoose={(chosen) => {
          rememberChoices({ microphone: chosen })
          void media.open('microphone', chosen.id)
        }}
      />
      {microphone.fault ? (
        <Button size="sm" className="self-start" onClick={again}>
          {t('tryAgain')}
        </Button>
      ) : null}
    </Step>
  )
}
