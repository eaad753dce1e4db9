import type { LeadPart } from '#components/classroom/controls/panel-state.ts'
import { AssistantPanel } from '#components/classroom/moderation/assistant-panel.tsx'
import { ColleaguePanel } from '#components/classroom/moderation/colleague-panel.tsx'
import { LocksPanel } from '#components/classroom/moderation/locks-panel.tsx'
import { HallPanel } from '#components/classroom/pairing/hall-panel.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'

type LeadPanelProps = {
  panel: LeadPart
  session: SessionDetail
  zone: string
  onShow: (panel: LeadPart) => void
  onClose: () => void
}

/** What only who leads opens: locks, assistants and their parts, the room's screen. */
export default function LeadPanel({ panel, session, zone, onShow, onClose }: LeadPanelProps) {
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
    case 'hall':
      return <HallPanel session={session} zone={zone} onClose={onClose} />
  }
}
