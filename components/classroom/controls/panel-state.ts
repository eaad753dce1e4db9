/** The content of the side panel. */
export type Panel =
  | { kind: 'people' }
  | { kind: 'chat' }
  | { kind: 'hands' }
  | { kind: 'connection' }
  | ModerationView

/** Panels that only moderators open. */
export type ModerationView =
  | { kind: 'locks' }
  | { kind: 'room_display' }
  | { kind: 'colleague' }
  | { kind: 'assistant'; id: string; name: string }

/** The panel is open at first if it fits beside the stage. */
export function initialPanel(): Panel | null {
  return matchMedia('(min-width: 75rem)').matches ? { kind: 'people' } : null
}

/** Opens the panel, or closes it if it is open. */
export function togglePanel(panel: Panel | null, kind: Exclude<Panel['kind'], 'assistant'>): Panel | null {
  return panel?.kind === kind ? null : { kind }
}
