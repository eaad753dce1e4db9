import { useTranslations } from 'next-intl'
import { Segment } from '#components/ui/segment.tsx'
import type { Role } from '#lib/kernel/enums.ts'
import { ROLES } from './roles.ts'

type RoleChoiceProps = { value: Role; onChange: (role: Role) => void }

/** The choice of a person's role in the school. */
export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const t = useTranslations('people.form')
  const common = useTranslations('common.roles')
  return (
    <div className="flex flex-col items-start gap-1.5">
      <span className="text-sm font-medium">{t('role')}</span>
      <Segment
        label={t('role')}
        name="role"
        choices={ROLES.map((role) => ({ value: role, label: common(role) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
