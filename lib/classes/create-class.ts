import 'server-only'
import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Context } from '#lib/context/context.ts'
import { inTransaction } from '#lib/database/transaction.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import type { ClassSettings, CourseClass } from './api.ts'
import { classFacts } from './class-facts.ts'
import { classSelect, classView } from './class-view.ts'
import { mayManageClasses } from './policy.ts'
import { refuseInvalidClassSettings } from './refuse-invalid-class-settings.ts'

/** @throws Refusal `forbidden`, and `invalid` as refuseInvalidClassSettings() */
export async function createClass(context: Context, input: ClassSettings): Promise<CourseClass> {
  if (!mayManageClasses(context.actor)) throw new Refusal('forbidden', 'notAllowed')
  return inTransaction(context, async (context) => {
    await refuseInvalidClassSettings(context, input)
    const created = await context.database.class.create({
      data: { ...input, createdAt: context.now },
      select: classSelect,
    })
    const course = classView(created)
    await recordAudit(context, {
      action: 'class_created',
      subject: 'class',
      subjectId: created.id,
      after: classFacts(course),
    })
    return course
  })
}
