import { z } from 'zod'

export const userId = z.uuid().brand<'UserId'>()
export type UserId = z.infer<typeof userId>

export const signInId = z.uuid().brand<'SignInId'>()
export type SignInId = z.infer<typeof signInId>
