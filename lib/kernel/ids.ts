import { z } from 'zod'

export const userId = z.uuid().brand<'UserId'>()
export type UserId = z.infer<typeof userId>

export const signInId = z.uuid().brand<'SignInId'>()
export type SignInId = z.infer<typeof signInId>

export const classId = z.uuid().brand<'ClassId'>()
export type ClassId = z.infer<typeof classId>

export const sessionId = z.uuid().brand<'SessionId'>()
export type SessionId = z.infer<typeof sessionId>

export const locationId = z.uuid().brand<'LocationId'>()
export type LocationId = z.infer<typeof locationId>
