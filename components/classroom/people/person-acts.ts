import type { Panel } from '#components/classroom/panel/panel-state.ts'
import type { TrackSource } from '#lib/classroom/api.ts'
import type { Abilities } from '#lib/sessions/policy.ts'

export type PersonActs = {
  abilities: Pick<Abilities, 'canModerate' | 'canMute' | 'canLock' | 'canLeadHands'>
  onMute: (source: TrackSource, who: { userIds: string[] }) => void
  onRemove: (person: { id: string; name: string }) => void
  onAssist: (panel: Extract<Panel, { kind: 'assistant' }>) => void
}
