import { AssistantPanel } from '#components/classroom/order/assistant-panel.tsx'
import { HallPanel } from '#components/classroom/order/hall-panel.tsx'
import { LocksPanel } from '#components/classroom/order/locks-panel.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import type { LeadPart } from './panel-state.ts'

type LeadPanelProps = { panel: LeadPart; session: SessionDetail; zone: string; onClose: () => void }

/** What only who leads opens: locks, an assistant's parts, the room's screen. */
export default function LeadPanel({ panel, session, zone, onClose }: LeadPanelProps) {
  switch (panel.kind) {
    case 'locks':
      return <LocksPanel session={session} onClose={onClose} />
    case 'assistant':
      return <AssistantPanel person={panel} onClose={onClose} />
    case 'hall':
      return <HallPanel session={session} zone={zone} onClose={onClose} />
  }
}
