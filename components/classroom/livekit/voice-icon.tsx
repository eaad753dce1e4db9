import type { Participant } from 'livekit-client'
import { AudioLines, Mic, MicOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classes } from '#components/ui/classes.ts'
import { useIsMicrophoneOn, useIsSpeaking } from './people.ts'

type VoiceIconProps = {
  participant: Participant
  name: string
  /** What tells an open microphone while nobody speaks into it. */
  idleIcon: 'microphone' | 'nothing'
  className?: string
}

/** Whether somebody is muted or can be heard, and whether they speak. */
export function VoiceIcon({ participant, name, idleIcon, className }: VoiceIconProps) {
  const t = useTranslations('room')
  const isMicrophoneOn = useIsMicrophoneOn(participant)
  const speaking = useIsSpeaking(participant)
  if (!isMicrophoneOn) return <MicOff role="img" aria-label={t('muted', { name })} className={className} />
  // Both are always drawn, one of them clear: an icon that comes or goes makes the browser gather anew all that is
  // drawn around the videos, for 4 to 5 ms with 16 of them, and a colour does not.
  return (
    <span
      {...(speaking ? { role: 'img', 'aria-label': t('speaking', { name }) } : { 'aria-hidden': true })}
      className="grid flex-none *:col-start-1 *:row-start-1"
    >
      {idleIcon === 'microphone' ? <Mic className={classes(className, speaking && transparent)} /> : null}
      <AudioLines className={classes(className, !speaking && transparent)} />
    </span>
  )
}

const transparent = '[stroke-opacity:0]'
