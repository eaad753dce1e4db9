import { useIsSpeaking } from '@livekit/components-react'
import type { Participant } from 'livekit-client'
import { AudioLines, Mic, MicOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classes } from '#components/ui/classes.ts'
import { useIsMicrophoneOn } from './people.ts'

type VoiceIconProps = {
  participant: Participant
  name: string
  /** The icon of an open microphone without speech. */
  idleIcon: 'microphone' | 'nothing'
  className?: string
}

/** Shows whether a participant is muted, unmuted or speaking. */
export function VoiceIcon({ participant, name, idleIcon, className }: VoiceIconProps) {
  const t = useTranslations('room')
  const isMicrophoneOn = useIsMicrophoneOn(participant)
  const speaking = useIsSpeaking(participant)
  if (!isMicrophoneOn) return <MicOff role="img" aria-label={t('muted', { name })} className={className} />
  // Both icons are always rendered, one of them transparent: adding or removing an icon makes the browser rebuild the
  // layers around the videos, for 4 to 5 ms with 16 videos; a change of colour does not.
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
