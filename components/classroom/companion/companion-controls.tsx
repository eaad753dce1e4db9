import { MessageSquare, SmilePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ReactionMenu } from '#components/classroom/hands/reaction-menu.tsx'
import { HandPosition } from '#components/classroom/room/phone-bars.tsx'
import { useUnread } from '#components/classroom/room-state/use-chat-state.ts'
import { focusOnMount } from '#components/classroom/ui/focus-on-mount.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Button } from '#components/ui/button.tsx'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { CompanionHand } from './companion-hand.tsx'

type CompanionControlsProps = {
  session: SessionDetail
  viewer: Viewer
  /** The chat was open before and has been closed. */
  wasChatOpen: boolean
  onOpenChat: () => void
  onLeave: () => void
}

/** A large hand button, then reactions and the chat; the exits at the bottom. */
export function CompanionControls(props: CompanionControlsProps) {
  const { session, viewer, wasChatOpen, onOpenChat, onLeave } = props
  const t = useTranslations('companion')
  const order = useTranslations('moderation.react')
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-0.5">
      <HandPosition me={viewer.id} />
      <CompanionHand me={viewer.id} size="large" />
      <div className="grid grid-cols-2 gap-3">
        <ReactionMenu
          trainer={viewer.role === 'STUDENT' ? session.trainer.name : null}
          trigger={(button) => (
            <Button {...button} size="lg" icon={<SmilePlus />} className="w-full">
              {order('label')}
            </Button>
          )}
        />
        <ChatButton hasFocus={wasChatOpen} onOpen={onOpenChat} />
      </div>
      <div className="mt-auto flex flex-wrap items-center justify-between gap-2 pt-2">
        <ButtonAnchor variant="ghost" href={`/sessions/${session.id}/room`}>
          {t('withSound')}
        </ButtonAnchor>
        <Button variant="danger-quiet" onClick={onLeave}>
          {t('leave')}
        </Button>
      </div>
    </div>
  )
}

function ChatButton({ hasFocus, onOpen }: { hasFocus: boolean; onOpen: () => void }) {
  const t = useTranslations('chat')
  const unread = useUnread()
  return (
    <Button
      ref={hasFocus ? focusOnMount : null}
      size="lg"
      icon={<MessageSquare />}
      onClick={onOpen}
      className="w-full"
    >
      {t('title')}
      {unread > 0 ? (
        <span
          role="img"
          aria-label={t('unread', { count: unread })}
          className="rounded-full bg-primary-soft px-1.5 text-xs font-semibold text-primary-text tabular-nums"
        >
          {unread}
        </span>
      ) : null}
    </Button>
  )
}
