import { auditHref } from '#components/audit/audit-href.ts'
import { RecentEvents } from '#components/audit/recent-events.tsx'
import { listAudit } from '#lib/audit/list-audit.ts'
import type { Context } from '#lib/context/context.ts'
import type { ClassId, SessionId } from '#lib/kernel/ids.ts'

const SHOWN = 4

type RecentHistoryProps = {
  context: Context
  of: { session: SessionId } | { class: ClassId }
  zone: string
}

/** Latest changes of a session, or of a class and its sessions; hidden without access to the audit trail. */
export async function RecentHistory({ context, of, zone }: RecentHistoryProps) {
  const [filter, href] =
    'session' in of
      ? [{ subjectId: of.session }, auditHref({ about: of.session })]
      : [{ classId: of.class }, auditHref({ class: of.class })]
  const { items } = await listAudit(context, { ...filter, limit: SHOWN })
  return <RecentEvents events={items} zone={zone} href={href} />
}
