import { expect, test } from 'vitest'
import * as stored from '#lib/database/generated/enums.ts'
import {
  admissions,
  classModes,
  paces,
  removalReasons,
  roles,
  seatKinds,
  sessionStatuses,
  sessionTypes,
} from './enums.ts'

test.each([
  ['Role', roles, stored.Role],
  ['ClassMode', classModes, stored.ClassMode],
  ['SessionType', sessionTypes, stored.SessionType],
  ['SessionStatus', sessionStatuses, stored.SessionStatus],
  ['SeatKind', seatKinds, stored.SeatKind],
  ['Admission', admissions, stored.Admission],
  ['Pace', paces, stored.Pace],
  ['RemovalReason', removalReasons, stored.RemovalReason],
])('%s equals the enum of the database', (_, ours, inDatabase) => {
  expect([...ours].sort()).toEqual(Object.values(inDatabase).sort())
})
