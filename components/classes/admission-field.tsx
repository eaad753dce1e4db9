import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import type { CourseClass } from '#lib/classes/api.ts'
import type { Admission } from '#lib/kernel/enums.ts'

const admissions: Admission[] = ['supervised', 'lobby', 'open']

type AdmissionFieldProps = { course: Pick<CourseClass, 'admission'> | undefined; error: string | undefined }

/** The choice of how students get into the rooms of a class. */
export function AdmissionField({ course, error }: AdmissionFieldProps) {
  const t = useTranslations('classes.form')
  const [chosen, choose] = useState<Admission>(course?.admission ?? 'supervised')
  return (
    <Field label={t('admission')} hint={t(`admissionHints.${chosen}`)} error={error}>
      {(control) => (
        <Select
          {...control}
          name="admission"
          value={chosen}
          onChange={(event) => choose(admissions.find((one) => one === event.target.value) ?? chosen)}
        >
          {admissions.map((value) => (
            <option key={value} value={value}>
              {t(`admissions.${value}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
