import { classesSafeguards } from './tables/classes.ts'
import { classroomSafeguards } from './tables/classroom.ts'
import { edgesSafeguards } from './tables/edges.ts'
import { entrySafeguards } from './tables/entry.ts'
import { identitySafeguards } from './tables/identity.ts'
import { noticesSafeguards } from './tables/notices.ts'
import { planningSafeguards } from './tables/planning.ts'
import { platformSafeguards } from './tables/platform.ts'
import { roomClientSafeguards } from './tables/room-client.ts'
import type { Safeguard } from './tables/safeguard.ts'
import { seatsSafeguards } from './tables/seats.ts'
import { sessionsSafeguards } from './tables/sessions.ts'

export const allSafeguards: Safeguard[] = [
  ...edgesSafeguards,
  ...identitySafeguards,
  ...classesSafeguards,
  ...planningSafeguards,
  ...sessionsSafeguards,
  ...seatsSafeguards,
  ...entrySafeguards,
  ...classroomSafeguards,
  ...roomClientSafeguards,
  ...noticesSafeguards,
  ...platformSafeguards,
]
