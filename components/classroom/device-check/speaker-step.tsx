import { Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { KnownDevice } from '#components/classroom/media/device-choices.ts'
import { DeviceSelect } from '#components/classroom/media/device-select.tsx'
import { playSound } from '#components/classroom/media/play-sound.ts'
import { rememberChoices, rememberedChoices } from '#components/classroom/media/remembered.ts'
import { Button } from '#components/ui/button.tsx'
import type { CheckOutcomes } from '#lib/device-check/policy.ts'
import { Step, StepText } from './step.tsx'

type Answer = CheckOutcomes['speaker'] | null

type SpeakerStepProps = {
  devices: MediaDeviceInfo[]
  answer: Answer
  onAnswer: (answer: Answer) => void
}

/** Plays a sound and asks whether the viewer heard it; software cannot detect that. */
export function SpeakerStep({ devices, answer, onAnswer }: SpeakerStepProps) {
  const t = useTranslations('deviceCheck.speaker')
  const preview = useTranslations('preview')
  const [speaker, setSpeaker] = useState<KnownDevice | null>(() => rememberedChoices().speaker)
  const [played, setPlayed] = useState(false)
  const at = answer ?? (played ? 'played' : 'open')

  function play() {
    setPlayed(true)
    onAnswer(null)
    void playSound(speaker?.id)
  }

  return (
    <Step
      status={answer === 'heard' ? 'ok' : answer === 'silent' ? 'bad' : 'open'}
      result={<StepText title={t(at)} hint={t(`${at}Hint`)} />}
    >
      <div className="flex flex-wrap gap-2">
        {at === 'played' ? (
          <>
            <Button variant="primary" size="sm" onClick={() => onAnswer('heard')}>
              {t('yes')}
            </Button>
            <Button size="sm" onClick={() => onAnswer('silent')}>
              {t('no')}
            </Button>
          </>
        ) : null}
        <Button
          size="sm"
          variant={at === 'played' ? 'ghost' : undefined}
          icon={<Play aria-hidden="true" />}
          onClick={play}
        >
          {played ? t('again') : t('play')}
        </Button>
      </div>
      <DeviceSelect
        label={preview('speaker')}
        placeholder={preview('systemSpeaker')}
        kind="audiooutput"
        devices={devices}
        value={speaker?.id ?? 'default'}
        onChoose={(chosen) => {
          rememberChoices({ speaker: chosen })
          setSpeaker(chosen)
          // The answer was about another speaker.
          setPlayed(false)
          onAnswer(null)
        }}
      />
    </Step>
  )
}
