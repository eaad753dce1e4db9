import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Toggle } from '#components/ui/toggle.tsx'
import { MAX_SWITCH_MINUTES, USUAL_SWITCH_MINUTES } from '#lib/classes/switch-limits.ts'

type SwitchFieldsProps = {
  minutes: number | undefined
  studentsMaySwitch: boolean
  onChange: (studentsMaySwitch: boolean) => void
  faults: Record<string, string>
}

/** The rules for switching seats between online and in person: who may switch, and until when. */
export function SwitchFields({ minutes, studentsMaySwitch, onChange, faults }: SwitchFieldsProps) {
  const t = useTranslations('classes.form')
  return (
    <>
      <Toggle
        label={t('maySwitch')}
        hint={t('maySwitchHint')}
        checked={studentsMaySwitch}
        onChange={onChange}
      />
      <Field label={t('switchUntil')} hint={t('switchUntilHint')} error={faults.switchUntilMinutes}>
        {(control) => (
          <Input
            {...control}
            type="number"
            name="switchUntilMinutes"
            required
            min={0}
            max={MAX_SWITCH_MINUTES}
            defaultValue={minutes ?? USUAL_SWITCH_MINUTES}
            className="max-w-32"
          />
        )}
      </Field>
    </>
  )
}
