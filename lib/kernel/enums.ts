/*
 * Enumerations that the database, the API and the pages share, defined once and without Zod, because
 * browsers import them.
 * enums.test.ts compares them with the database.
 */

export const roles = ['ADMIN', 'TRAINER', 'STUDENT'] as const
export type Role = (typeof roles)[number]

export const classModes = ['ONLINE', 'OFFLINE', 'HYBRID'] as const
export type ClassMode = (typeof classModes)[number]

export const sessionTypes = ['online', 'offline'] as const
export type SessionType = (typeof sessionTypes)[number]

export const sessionStatuses = ['scheduled', 'in_progress', 'completed', 'cancelled'] as const
export type SessionStatus = (typeof sessionStatuses)[number]

/** The seat kind of a student. */
export const seatKinds = ['online', 'in_person'] as const
export type SeatKind = (typeof seatKinds)[number]

/** How students enter a session's room; set by the school for each class. */
export const admissions = ['supervised', 'lobby', 'open'] as const
export type Admission = (typeof admissions)[number]

/** Reasons why a user cannot join a session now. */
export const joinRefusals = [
  'not_yours',
  'removed',
  'cancelled',
  'completed',
  'not_started',
  'not_admitted',
] as const
export type JoinRefusal = (typeof joinRefusals)[number]

export const removalReasons = ['disturbs', 'wrong_person', 'other'] as const
export type RemovalReason = (typeof removalReasons)[number]

/** What the trainer can lock for students. */
export const locks = ['microphone', 'camera', 'screen', 'chat'] as const
export type Lock = (typeof locks)[number]

/** Moderation permissions that an assistant can receive for one session. */
export const assistantPermissions = ['admit', 'hands', 'mute', 'messages', 'locks'] as const
export type AssistantPermission = (typeof assistantPermissions)[number]

/** Private feedback on the pace from a student to the trainer. */
export const paces = ['slower', 'faster', 'lost'] as const
export type Pace = (typeof paces)[number]

export const reactions = ['thumbs_up', 'applause', 'heart', 'laugh', 'surprise', 'party'] as const
export type Reaction = (typeof reactions)[number]

/** Tracks that a participant publishes. A shared screen includes its sound. */
export const trackSources = ['microphone', 'camera', 'screen'] as const
export type TrackSource = (typeof trackSources)[number]
