import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import ChatPanel from '#components/classroom/chat/chat-panel.tsx'
import { focusOnMount } from '#components/classroom/ui/focus-on-mount.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { CompanionHand } from './companion-hand.tsx'

type CompanionChatProps = { session: SessionDetail; viewer: Viewer; onClose: () => void }

/** The chat, in place of the controls. The hand button stays visible. */
export default function CompanionChat({ session, viewer, onClose }: CompanionChatProps) {
  const t = useTranslations()
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-card border bg-surface">
      <header className="flex flex-none flex-wrap items-center gap-2 border-b py-1.5 pr-2 pl-4">
        <h2 ref={focusOnMount} tabIndex={-1} className="flex-1 font-semibold outline-none">
          {t('chat.title')}
        </h2>
        <CompanionHand me={viewer.id} size="small" />
        <IconButton label={t('companion.closeChat')} icon={<X />} onClick={onClose} />
      </header>
      <ChatPanel session={session} viewer={viewer} />
    </div>
  )
}
