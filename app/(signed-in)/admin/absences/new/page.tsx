import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { undoChange } from '#app/(signed-in)/sessions/[sessionId]/actions.ts'
import { peopleHref } from '#components/people/people-href.ts'
import { AbsenceForm } from '#components/schedule/absences/absence-form.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { currentContext, pageOr404 } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { userId } from '#lib/kernel/ids.ts'
import { findUser } from '#lib/people/find-user.ts'
import { previewAbsence } from '#lib/sessions/absences/preview-absence.ts'
import { dayKey } from '#lib/time/format.ts'
import { addDays, isDay, startOfDay } from '#lib/time/zones.ts'
import { recordAbsence } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('absences')
  return { title: t('away') }
}

const day = z.string().refine(isDay).optional().catch(undefined)
const address = z.object({ trainer: userId, from: day, to: day })

type NewAbsencePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NewAbsencePage({ searchParams }: NewAbsencePageProps) {
  const context = await currentContext('ADMIN')
  const zone = await viewerZone(context)
  const query = address.safeParse(await searchParams)
  if (!query.success) notFound()
  const trainer = await pageOr404(findUser(context, { userId: query.data.trainer }))
  if (trainer.role !== 'TRAINER') notFound()
  const { from = dayKey(context.now.toISOString(), zone) } = query.data
  const { to = addDays(from, 6) } = query.data
  const days = { from, to: to < from ? from : to }
  // Days are in the viewer's zone, from midnight to midnight.
  const span = { from: startOfDay(days.from, zone), to: startOfDay(addDays(days.to, 1), zone) }
  return (
    <Texts of={['common', 'admin', 'absences']}>
      <AbsenceForm
        key={`${days.from} ${days.to}`}
        trainer={{ id: trainer.id, name: trainer.name }}
        days={days}
        span={{ from: span.from.toISOString(), to: span.to.toISOString() }}
        preview={await previewAbsence(context, { trainerId: trainer.id, ...span })}
        zone={zone}
        back={peopleHref({ role: 'TRAINER' })}
        record={recordAbsence}
        undo={undoChange}
      />
    </Texts>
  )
}
