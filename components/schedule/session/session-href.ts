export const sessionPanels = ['time', 'trainer', 'capacity', 'seat'] as const

export type SessionPanel = (typeof sessionPanels)[number]

/** The URL of a session, with its open drawer. */
export function sessionHref(sessionId: string, panel?: SessionPanel): string {
  return panel ? `/sessions/${sessionId}?panel=${panel}` : `/sessions/${sessionId}`
}
