/** What the side panel shows. */
export type Panel =
  | { kind: 'people' }
  | { kind: 'chat' }
  | { kind: 'hands' }
  | { kind: 'locks' }
  | { kind: 'assistant'; id: string; name: string }

/** The panel after one asks for it: asked for again, it closes. */
export function togglePanel(panel: Panel | null, kind: Exclude<Panel['kind'], 'assistant'>): Panel | null {
  return panel?.kind === kind ? null : { kind }
}
