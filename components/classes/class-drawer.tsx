'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { pickChanged } from '#components/forms/pick-changed.ts'
import type { Action, Failure } from '#components/forms/use-action.ts'
import { useEditedRecord } from '#components/forms/use-edited-record.ts'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { type Choices, OptionalSelect } from '#components/ui/optional-select.tsx'
import { Select } from '#components/ui/select.tsx'
import type { CourseClass } from '#lib/classes/api.ts'
import { MAX_NUMBER } from '#lib/kernel/number-limits.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { AdmissionField } from './admission-field.tsx'
import { BlockingSessions } from './blocking-sessions.tsx'
import { InPersonFields } from './in-person-fields.tsx'
import { SwitchFields } from './switch-fields.tsx'
import { useClassFacts } from './use-class-facts.ts'

const MODES: CourseClass['mode'][] = ['ONLINE', 'OFFLINE', 'HYBRID']
const USUAL_CAPACITY = 20

type ClassDrawerProps = {
  /** The class to change; without it, the form creates one. */
  course?: CourseClass
  zones: string[]
  /** The viewer's time zone. */
  zone: string
  locations: Choices
  trainers: Choices
  closeHref: string
  action: Action<{ id: string; title: string }>
  onDone: (course: { id: string; title: string }) => void
}

/** Creates or changes a class. */
export function ClassDrawer({
  zones,
  zone,
  locations,
  trainers,
  course: given,
  ...drawer
}: ClassDrawerProps) {
  const t = useTranslations('classes.form')
  const common = useTranslations('common.modes')
  const [mode, setMode] = useState<CourseClass['mode']>(given?.mode ?? 'ONLINE')
  const [studentsMaySwitch, letSwitch] = useState(given?.studentsMaySwitch ?? false)
  const { opened: course, edited } = useEditedRecord(given, {
    currentIn: (conflict) => (conflict.subject === 'class' ? conflict.now : null),
    facts: useClassFacts(),
    onLoad: (loaded) => {
      setMode(loaded.mode)
      letSwitch(loaded.studentsMaySwitch)
    },
  })

  function toInput({ capacity, inPersonCapacity, switchUntilMinutes, ...fields }: Record<string, string>) {
    const filled = {
      title: fields.title,
      shortTitle: fields.shortTitle || null,
      mode,
      capacity: Number(capacity),
      inPersonCapacity: Number(inPersonCapacity ?? 0),
      locationId: fields.locationId || null,
      trainerId: fields.trainerId || null,
      timeZone: fields.timeZone,
      admission: fields.admission,
      studentsMaySwitch,
      switchUntilMinutes: switchUntilMinutes === undefined ? undefined : Number(switchUntilMinutes),
    }
    return { classId: course?.id, ...pickChanged(filled, course && settingsOf(course)) }
  }

  return (
    <DrawerForm
      {...drawer}
      title={course ? t('changeTitle') : t('title')}
      meta={course ? t('changeMeta') : t('meta')}
      submit={course ? t('changeSubmit') : t('submit')}
      busyLabel={course ? t('changeBusy') : t('busy')}
      toInput={toInput}
      edited={edited}
      explain={(failure: Failure) => <BlockingSessions failure={failure} zone={zone} />}
    >
      {(faults) => (
        <>
          <Field label={t('name')} error={faults.title}>
            {(control) => (
              <LimitedInput
                {...control}
                name="title"
                required
                longest={MAX_LENGTH.title}
                autoComplete="off"
                defaultValue={course?.title}
              />
            )}
          </Field>
          <Field label={t('shortName')} hint={t('shortNameHint')} error={faults.shortTitle}>
            {(control) => (
              <LimitedInput
                {...control}
                name="shortTitle"
                longest={MAX_LENGTH.shortTitle}
                autoComplete="off"
                defaultValue={course?.shortTitle ?? ''}
              />
            )}
          </Field>
          <Field label={t('mode')} hint={t(`modeHints.${mode}`)} error={faults.mode}>
            {(control) => (
              <Select
                {...control}
                name="mode"
                value={mode}
                onChange={(event) => setMode(MODES.find((one) => one === event.target.value) ?? mode)}
              >
                {MODES.map((value) => (
                  <option key={value} value={value}>
                    {common(value)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field
            label={t('capacity')}
            hint={course ? t('capacityHintChange') : t('capacityHint')}
            error={faults.capacity}
          >
            {(control) => (
              <Input
                {...control}
                type="number"
                name="capacity"
                required
                min={1}
                max={MAX_NUMBER.capacity}
                defaultValue={course?.capacity ?? USUAL_CAPACITY}
                className="max-w-32"
              />
            )}
          </Field>
          {mode === 'ONLINE' ? null : (
            <InPersonFields course={course} locations={locations} faults={faults} />
          )}
          <OptionalSelect
            name="trainerId"
            label={t('trainer')}
            hint={t('trainerHint')}
            none={t('noTrainer')}
            error={faults.trainerId}
            choices={trainers}
            chosen={course?.trainer}
          />
          <Field label={t('zone')} hint={t('zoneHint')} error={faults.timeZone}>
            {(control) => (
              <Select {...control} name="timeZone" defaultValue={course?.timeZone ?? zone}>
                {zones.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </Select>
            )}
          </Field>
          <AdmissionField course={course} error={faults.admission} />
          {mode === 'ONLINE' ? null : (
            <SwitchFields
              minutes={course?.switchUntilMinutes}
              studentsMaySwitch={studentsMaySwitch}
              onChange={letSwitch}
              faults={faults}
            />
          )}
        </>
      )}
    </DrawerForm>
  )
}

/** The class in the shape of the form's input. */
function settingsOf({ location, trainer, ...course }: CourseClass) {
  return { ...course, locationId: location?.id ?? null, trainerId: trainer?.id ?? null }
}
