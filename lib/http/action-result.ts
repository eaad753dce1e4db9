import type { EditConflict } from '#lib/api/edit-conflict.ts'
import type { AmbiguousTime, Collision, RefusalCode } from '#lib/kernel/refusal.ts'

/** Result of an action: its data, or a message with the related fields, collisions and questions. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false
      message: string
      code: RefusalCode
      fields?: Record<string, string>
      collisions?: Collision[]
      questions?: AmbiguousTime[]
      editConflict?: EditConflict
    }
