import type { ModerationView } from '#components/classroom/controls/panel-state.ts'
import { AssistantPanel } from '#components/classroom/moderation/assistant-panel.tsx'
import { ColleaguePanel } from '#components/classroom/moderation/colleague-panel.tsx'
import { LocksPanel } from '#components/classroom/moderation/locks-panel.tsx'
import { RoomDisplayPanel } from '#components/classroom/pairing/room-display-panel.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'

type ModerationPanelProps = {
  panel: ModerationView
  session: SessionDetail
  zone: string
  onShow: (panel: ModerationView) => void
  onClose: () => void
}

/** Panels for moderators: locks, assistants and their permissions, the room display. */
export default function ModerationPanel({ panel, session, zone, onShow, onClose }: ModerationPanelProps) {
  switch (panel.kind) {
    case 'locks':
      return <LocksPanel session={session} onClose={onClose} />
    case 'assistant':
      return <AssistantPanel person={panel} onClose={onClose} />
    case 'colleague':
      return (
        <ColleaguePanel
          sessionId={session.id}
          onChoose={(colleague) => onShow({ kind: 'assistant', ...colleague })}
          onClose={onClose}
        />
      )
    case 'room_display':
      return <RoomDisplayPanel session={session} zone={zone} onClose={onClose} />
  }
}
