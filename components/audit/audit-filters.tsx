import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { FoldOnPhones } from '#components/ui/fold-on-phones.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { auditSubject } from '#lib/audit/api.ts'
import { type AuditQuery, auditHref } from './audit-href.ts'

type Choice = { id: string; name: string }

type AuditFiltersProps = { shown: AuditQuery; people: Choice[]; classes: Choice[] }

/** The filters of the audit trail, stored in the URL. */
export function AuditFilters({ shown, people, classes }: AuditFiltersProps) {
  const t = useTranslations('audit')
  const count = Object.values(shown).filter(Boolean).length
  return (
    <FoldOnPhones label={count > 0 ? t('filtersOn', { count }) : t('filters')}>
      <Form
        // The fields show the values of the URL, also after a step back.
        key={auditHref(shown)}
        action="/admin/audit"
        aria-label={t('filters')}
        className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
      >
        <Field label={t('from')} className="sm:w-38">
          {(control) => <Input {...control} type="date" name="from" defaultValue={shown.from} />}
        </Field>
        <Field label={t('to')} className="sm:w-38">
          {(control) => <Input {...control} type="date" name="to" defaultValue={shown.to} />}
        </Field>
        <FilterSelect label={t('who')} name="who" any={t('anybody')} value={shown.who} choices={people} />
        <FilterSelect
          label={t('kind')}
          name="kind"
          any={t('anything')}
          value={shown.kind}
          choices={auditSubject.options.map((kind) => ({ id: kind, name: t(`kinds.${kind}`) }))}
        />
        <FilterSelect
          label={t('class')}
          name="class"
          any={t('anyClass')}
          value={shown.class}
          choices={classes}
        />
        <div className="flex items-center gap-4">
          <Button type="submit">{t('show')}</Button>
          {count > 0 ? (
            <Link href={auditHref({})} className="link text-sm">
              {t('clear')}
            </Link>
          ) : null}
        </div>
      </Form>
    </FoldOnPhones>
  )
}

type FilterSelectProps = {
  label: string
  name: string
  any: string
  value: string | undefined
  choices: Choice[]
}

function FilterSelect({ label, name, any, value, choices }: FilterSelectProps) {
  return (
    <Field label={label} className="min-w-0 sm:w-44">
      {(control) => (
        <Select {...control} name={name} defaultValue={value ?? ''}>
          <option value="">{any}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
