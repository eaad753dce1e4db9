'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import type { Action } from '#components/forms/use-action.ts'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { CourseClass } from '#lib/classes/api.ts'
import { classesHref } from './address.ts'

const MODES: CourseClass['mode'][] = ['ONLINE', 'OFFLINE', 'HYBRID']
const USUAL_CAPACITY = 20

type NewClassDrawerProps = {
  zones: string[]
  /** The viewer's. */
  zone: string
  closeHref: string
  action: Action<{ id: string; title: string }>
}

/** Creates a class. */
export function NewClassDrawer({ zones, zone, closeHref, action }: NewClassDrawerProps) {
  const t = useTranslations('classes.form')
  const common = useTranslations('common.modes')
  const router = useRouter()
  const toast = useToast()
  const [mode, setMode] = useState<CourseClass['mode']>('ONLINE')

  function done({ id, title }: { id: string; title: string }) {
    const enrol = classesHref({ panel: 'enrol', classId: id })
    toast({ text: t('done', { title }), action: { label: t('enrol'), onPress: () => router.push(enrol) } })
  }

  return (
    <DrawerForm
      title={t('title')}
      meta={t('meta')}
      closeHref={closeHref}
      submit={t('submit')}
      busyLabel={t('busy')}
      action={action}
      toInput={({ capacity, ...fields }) => ({ ...fields, capacity: Number(capacity) })}
      onDone={done}
    >
      {(faults) => (
        <>
          <Field label={t('name')} error={faults.title}>
            {(control) => <Input {...control} name="title" required maxLength={160} autoComplete="off" />}
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
          <Field label={t('capacity')} hint={t('capacityHint')} error={faults.capacity}>
            {(control) => (
              <Input
                {...control}
                type="number"
                name="capacity"
                required
                min={1}
                max={1000}
                defaultValue={USUAL_CAPACITY}
                className="max-w-32"
              />
            )}
          </Field>
          <Field label={t('zone')} hint={t('zoneHint')} error={faults.timeZone}>
            {(control) => (
              <Select {...control} name="timeZone" defaultValue={zone}>
                {zones.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </Select>
            )}
          </Field>
        </>
      )}
    </DrawerForm>
  )
}
