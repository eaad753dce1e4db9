import { AssistantPanel } from '#components/classroom/order/assistant-panel.tsx'
import { ColleaguePanel } from '#components/classroom/order/colleague-panel.tsx'
import { HallPanel } from '#components/classroom/order/hall-panel.tsx'
import { LocksPanel } from '#components/classroom/order/locks-panel.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import type { LeadPart } from './panel-state.ts'

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
