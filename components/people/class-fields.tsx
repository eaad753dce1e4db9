import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Segment } from '#components/ui/segment.tsx'
import { Select } from '#components/ui/select.tsx'
import type { CourseClass } from '#lib/classes/api.ts'
import type { SeatKind } from '#lib/kernel/enums.ts'

export type ClassChoice = Pick<CourseClass, 'id' | 'title' | 'mode' | 'capacity'>

type ClassFieldsProps = { classes: ClassChoice[]; fault: string | undefined }

/** The class to enrol students in, and their usual seat kind if the class has both kinds. */
export function ClassFields({ classes, fault }: ClassFieldsProps) {
  const t = useTranslations('invitations.drawer')
  const [chosen, setChosen] = useState('')
  const [kind, setKind] = useState<SeatKind>('online')
  const course = classes.find(({ id }) => id === chosen)
  return (
    <>
      <Field
        label={
          <>
            {t('class')} <span className="font-normal text-text-2">{t('optional')}</span>
          </>
        }
        hint={course ? t('places', { count: course.capacity }) : undefined}
        error={fault}
      >
        {(control) => (
          <Select
            {...control}
            name="classId"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">{t('noClass')}</option>
            {classes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {course?.mode === 'HYBRID' ? (
        <Segment
          label={t('kind')}
          name="kind"
          choices={(['online', 'in_person'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
      ) : null}
    </>
  )
}
