'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import type { Action } from '#components/forms/use-action.ts'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Segment } from '#components/ui/segment.tsx'
import { Select } from '#components/ui/select.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { CourseClass, PlannedClass } from '#lib/classes/api.ts'
import type { SessionType } from '#lib/kernel/enums.ts'
import { MAX_NUMBER } from '#lib/kernel/number-limits.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { formatDay, formatTimeRange } from '#lib/time/format.ts'
import type { WallTime } from '#lib/time/zones.ts'
import { ClockChoices, choicesIn } from './clock-choices.tsx'
import { explainCollisions } from './collisions.tsx'
import type { PlannedSession } from './planned-session.ts'
import { TimeFields } from './time-fields.tsx'

type OfferedClass = PlannedClass & {
  trainerId: string | null
  /** The time that was pressed in the calendar, on this class's clocks. */
  at: WallTime | null
}

type NewSessionDrawerProps = {
  classes: OfferedClass[]
  trainers: { id: string; name: string }[]
  /** The preselected class and trainer. */
  chosen: { classId?: string; trainerId?: string }
  /** The time pressed in the calendar, on the viewer's clocks; without a time if only the day is known. */
  at: WallTime
  /** The viewer's time zone. */
  zone: string
  closeHref: string
  action: Action<PlannedSession>
}

/** Plans one session of a class. */
export function NewSessionDrawer({
  classes,
  trainers,
  chosen,
  at,
  zone,
  closeHref,
  action,
}: NewSessionDrawerProps) {
  const t = useTranslations('admin.plan')
  const form = useTranslations('common.form')
  const router = useRouter()
  const toast = useToast()
  const [classId, setClassId] = useState(chosen.classId ?? '')
  const course = classes.find(({ id }) => id === classId)
  const [trainerId, setTrainerId] = useState(chosen.trainerId ?? course?.trainerId ?? '')
  const { date, time } = course?.at ?? at

  function chooseClass(next: string) {
    setClassId(next)
    setTrainerId((before) => classes.find(({ id }) => id === next)?.trainerId ?? before)
  }

  function done(session: PlannedSession) {
    toast({
      text: t('done', {
        day: formatDay(session.startsAt, zone),
        time: formatTimeRange(session.startsAt, session.endsAt, zone),
        seats: session.seatsTaken,
      }),
      action: { label: t('show'), onPress: () => router.push(`/sessions/${session.id}`) },
    })
  }

  return (
    <DrawerForm
      title={t('title')}
      meta={t('meta')}
      closeHref={closeHref}
      submit={t('submit')}
      busyLabel={t('busy')}
      action={action}
      toInput={toInput}
      onDone={done}
      explain={(failure, again, sending) =>
        failure.questions && course ? (
          <ClockChoices
            questions={failure.questions}
            timeZone={course.timeZone}
            zone={zone}
            mayLeave={false}
          />
        ) : (
          explainCollisions(zone)(failure, again, sending)
        )
      }
    >
      {(faults) => (
        <>
          <Field label={t('class')} error={faults.classId}>
            {(control) => (
              <Select
                {...control}
                name="classId"
                required
                value={classId}
                onChange={(event) => chooseClass(event.target.value)}
              >
                <option value="">{t('chooseClass')}</option>
                {classes.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {course ? <TypeField key={course.id} mode={course.mode} fault={faults.sessionType} /> : null}
          <Field label={t('trainer')} error={faults.trainerId}>
            {(control) => (
              <Select
                {...control}
                name="trainerId"
                required
                value={trainerId}
                onChange={(event) => setTrainerId(event.target.value)}
              >
                <option value="">{t('chooseTrainer')}</option>
                {trainers.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <TimeFields
            key={`${date} ${time}`}
            zone={course?.timeZone ?? null}
            date={date}
            start={time}
            faults={faults}
          />
          <Field label={form('optional', { label: t('topic') })} hint={t('topicHint')} error={faults.title}>
            {(control) => (
              <LimitedInput {...control} name="title" longest={MAX_LENGTH.title} autoComplete="off" />
            )}
          </Field>
          <Field label={t('capacity')} error={faults.capacity}>
            {(control) => (
              <Input
                key={classId}
                {...control}
                type="number"
                name="capacity"
                min={1}
                max={MAX_NUMBER.capacity}
                required
                defaultValue={course?.capacity}
                className="max-w-32"
              />
            )}
          </Field>
        </>
      )}
    </DrawerForm>
  )
}

const typesOf: Record<CourseClass['mode'], SessionType[]> = {
  ONLINE: ['online'],
  OFFLINE: ['offline'],
  HYBRID: ['online', 'offline'],
}

function TypeField({ mode, fault }: { mode: CourseClass['mode']; fault: string | undefined }) {
  const t = useTranslations('admin.plan')
  const common = useTranslations('common.types')
  const types = typesOf[mode]
  const [type, setType] = useState(types[0] ?? 'online')
  return (
    <div className="flex flex-col items-start gap-1.5">
      <span className="text-sm font-medium">{t('type')}</span>
      <Segment
        label={t('type')}
        name="sessionType"
        choices={types.map((value) => ({ value, label: common(value) }))}
        value={type}
        onChange={setType}
      />
      {type === 'offline' ? <p className="text-sm text-text-2">{t('typeHint')}</p> : null}
      {fault ? <p className="text-sm text-bad-text">{fault}</p> : null}
    </div>
  )
}

function toInput({ title, capacity, ...fields }: Record<string, string>) {
  return { ...fields, title: title || null, capacity: Number(capacity), choices: choicesIn(fields) }
}
