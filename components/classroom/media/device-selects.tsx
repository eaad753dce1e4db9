import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeviceSelect } from './device-select.tsx'
import type { LocalMedia, LocalMediaState } from './local-media.ts'
import { playSound } from './play-sound.ts'
import { rememberChoices, rememberedChoices } from './remembered.ts'

/** Selects camera, microphone and loudspeaker. */
export function DeviceSelects({ media, state }: { media: LocalMedia; state: LocalMediaState }) {
  const t = useTranslations('preview')
  const [speaker, setSpeaker] = useState(() => rememberedChoices().speaker)
  const { devices, camera, microphone } = state
  return (
    <div className="grid gap-3.5 sm:mt-5 sm:grid-cols-3">
      <DeviceSelect
        label={t('camera')}
        placeholder={t('noCamera')}
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
        placeholder={t('noMicrophone')}
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
        placeholder={t('systemSpeaker')}
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
