import { getTranslations } from 'next-intl/server'
import { RoutedDrawer } from '#components/forms/routed-drawer.tsx'
import type { ScheduleFilters } from '#components/schedule/calendar/schedule-href.ts'
import { NewSessionDrawer } from '#components/schedule/planning/new-session-drawer.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { ListedClass } from '#lib/classes/api.ts'
import type { ManagedPerson } from '#lib/people/api.ts'
import { instantOf, wallTime } from '#lib/time/zones.ts'
import { createSession } from './actions.ts'

type PlanSessionProps = {
  classes: ListedClass[]
  trainers: ManagedPerson[]
  /** The class or trainer filter of the schedule preselects the form's class or trainer. */
  filters: ScheduleFilters
  date: string
  /** `18:30` */
  start?: string
  zone: string
  closeHref: string
}

/** The form for a new session, or a hint if the school has no class or no trainer yet. */
export async function PlanSession({ classes, trainers, filters, date, start, ...drawer }: PlanSessionProps) {
  const t = await getTranslations('admin.plan')
  if (classes.length === 0 || trainers.length === 0) {
    const [title, text, href, action] =
      classes.length === 0
        ? [t('noClasses'), t('noClassesText'), '/admin/classes?panel=new', t('toClasses')]
        : [t('noTrainers'), t('noTrainersText'), '/admin/people?panel=new&role=TRAINER', t('toPeople')]
    return (
      <RoutedDrawer title={t('title')} closeHref={drawer.closeHref}>
        <EmptyState title={title} action={<ButtonLink href={href}>{action}</ButtonLink>}>
          {text}
        </EmptyState>
      </RoutedDrawer>
    )
  }
  const pressed = start ? instantOf({ date, time: start }, drawer.zone) : null
  return (
    <NewSessionDrawer
      {...drawer}
      chosen={{ classId: filters.class, trainerId: filters.trainer }}
      at={{ date, time: start ?? '' }}
      classes={classes.map(({ id, title, mode, capacity, timeZone, trainer }) => ({
        id,
        title,
        mode,
        capacity,
        timeZone,
        trainerId: trainer?.id ?? null,
        at: pressed ? wallTime(pressed, timeZone) : null,
      }))}
      trainers={trainers.filter(({ disabled }) => !disabled).map(({ id, name }) => ({ id, name }))}
      action={createSession}
    />
  )
}
