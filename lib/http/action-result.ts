import type { AmbiguousTime, Collision, RefusalCode } from '#lib/kernel/refusal.ts'
import type { EditConflict } from './edit-conflict.ts'

/** What a form learns: the thing itself, or a sentence and what it belongs to. */
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
