'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import type { Action } from '#components/forms/use-action.ts'
import { Field } from '#components/ui/field.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { Role } from '#lib/kernel/enums.ts'
import { MAX_LENGTH, MIN_PASSWORD_LENGTH } from '#lib/kernel/text-limits.ts'
import { RoleChoice } from './role-choice.tsx'

type NewPersonDrawerProps = { role: Role; closeHref: string; action: Action<{ name: string }> }

/** Creates a person who can sign in at once. */
export function NewPersonDrawer({ role: given, closeHref, action }: NewPersonDrawerProps) {
  const t = useTranslations('people.form')
  const toast = useToast()
  const [role, setRole] = useState(given)
  return (
    <DrawerForm
      title={t('title')}
      meta={t('meta')}
      closeHref={closeHref}
      submit={t('submit')}
      busyLabel={t('busy')}
      action={action}
      toInput={(fields) => fields}
      onDone={({ name }) => toast({ text: t('done', { name }) })}
    >
      {(faults) => (
        <>
          <Field label={t('name')} error={faults.name}>
            {(control) => (
              <LimitedInput {...control} name="name" required longest={MAX_LENGTH.name} autoComplete="off" />
            )}
          </Field>
          <Field label={t('email')} error={faults.email}>
            {(control) => (
              <LimitedInput
                {...control}
                type="email"
                name="email"
                required
                longest={MAX_LENGTH.email}
                autoComplete="off"
              />
            )}
          </Field>
          <RoleChoice value={role} onChange={setRole} />
          <Field label={t('password')} hint={t('passwordHint')} error={faults.password}>
            {(control) => (
              <LimitedInput
                {...control}
                type="password"
                name="password"
                required
                minLength={MIN_PASSWORD_LENGTH}
                longest={MAX_LENGTH.newPassword}
                asSent
                autoComplete="new-password"
              />
            )}
          </Field>
        </>
      )}
    </DrawerForm>
  )
}
