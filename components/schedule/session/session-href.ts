export const sessionPanels = ['time', 'trainer', 'capacity', 'seat'] as const

export type SessionPanel = (typeof sessionPanels)[number]

/** A session's address, with what is open beside it. */
export function sessionHref(sessionId: string, panel?: SessionPanel): string {
  return panel ? `/sessions/${sessionId}?panel=${panel}` : `/sessions/${sessionId}`
}
