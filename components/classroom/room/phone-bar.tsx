import { MessageSquare } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { HandButton } from '#components/classroom/hands/hand-button.tsx'
import { useUnread } from '#components/classroom/room-state/use-chat-state.ts'
import { ControlButton } from '#components/classroom/ui/control-button.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { CameraButton, MicrophoneButton } from './device-buttons.tsx'
import { LazyModerationButtons } from './lazy-moderation-buttons.tsx'
import { MoreMenu } from './more-menu.tsx'
import { PhoneBars } from './phone-bars.tsx'

/** Phone controls: the viewer's status and five buttons. The last one opens the rest. */
export default function PhoneBar({ controls, viewer }: { controls: RoomControls; viewer: Viewer }) {
  const isStudent = viewer.role === 'STUDENT'
  const { canMute } = controls.abilities
  return (
    <>
      <PhoneBars me={viewer.id} />
      <div className="grid auto-cols-fr grid-flow-col justify-items-center px-2 pt-3.5 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <MicrophoneButton controls={controls} />
        <CameraButton controls={controls} />
        {controls.canRaiseHand ? <HandButton me={viewer.id} onToggle={controls.toggleHand} /> : null}
        <LazyModerationButtons controls={controls} isPhone />
        {canMute ? null : <ChatButton controls={controls} />}
        <MoreMenu controls={controls} isStudent={isStudent} />
      </div>
    </>
  )
}

function ChatButton({ controls }: { controls: RoomControls }) {
  const t = useTranslations('chat')
  const unread = useUnread()
  return (
    <ControlButton
      icon={<MessageSquare />}
      label={t('title')}
      badge={unread}
      aria-description={unread > 0 ? t('unread', { count: unread }) : undefined}
      aria-expanded={controls.panel?.kind === 'chat'}
      aria-keyshortcuts={controls.letterShortcuts.shortcut('C')}
      onClick={() => controls.togglePanel('chat')}
    />
  )
}
