import type { Panel } from '#components/classroom/controls/panel-state.ts'
import type { Abilities } from '#lib/sessions/abilities.ts'

export type PersonActions = {
  abilities: Pick<Abilities, 'canModerate' | 'canMute' | 'canLock' | 'canManageHands'>
  onRemove: (person: { id: string; name: string }) => void
  onAssist: (panel: Extract<Panel, { kind: 'assistant' }>) => void
}
