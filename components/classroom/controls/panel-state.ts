/** What the side panel shows. */
export type Panel =
  | { kind: 'people' }
  | { kind: 'chat' }
  | { kind: 'hands' }
  | { kind: 'connection' }
  | ModerationView

/** What only who leads opens. */
export type ModerationView =
  | { kind: 'locks' }
  | { kind: 'room_display' }
  | { kind: 'colleague' }
  | { kind: 'assistant'; id: string; name: string }

/** Beside the stage where there is room for both. */
export function initialPanel(): Panel | null {
  return matchMedia('(min-width: 75rem)').matches ? { kind: 'people' } : null
}

/** The panel after one asks for it: asked for again, it closes. */
export function togglePanel(panel: Panel | null, kind: Exclude<Panel['kind'], 'assistant'>): Panel | null {
  return panel?.kind === kind ? null : { kind }
}
