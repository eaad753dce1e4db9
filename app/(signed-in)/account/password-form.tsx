'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ActionResult } from '#lib/http/action-result.ts'
import { MAX_LENGTH, MIN_PASSWORD_LENGTH } from '#lib/kernel/text-limits.ts'

type PasswordFormProps = {
  email: string
  change: (input: { current: string; next: string }) => Promise<ActionResult<unknown>>
}

type Faults = Record<string, string>

/** Changes the password of the signed-in account and ends its other sign-ins. */
export function PasswordForm({ email, change }: PasswordFormProps) {
  const t = useTranslations('account')
  const toast = useToast()
  const [faults, submit, busy] = useActionState(save, {})

  async function save(_previous: Faults, form: FormData): Promise<Faults> {
    const result = await change({ current: String(form.get('current')), next: String(form.get('next')) })
    if (result.ok) toast({ text: t('changed') })
    else if (!result.fields) toast({ tone: 'failure', text: result.message })
    return result.ok ? {} : (result.fields ?? {})
  }

  return (
    <form action={submit} className="flex flex-col items-start gap-3.5">
      {/* Password managers read this field to find the account. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t('current')} error={faults.current} className="w-full">
        {(control) => (
          <LimitedInput
            {...control}
            name="current"
            type="password"
            autoComplete="current-password"
            longest={MAX_LENGTH.triedPassword}
            asSent
            required
          />
        )}
      </Field>
      <Field label={t('next')} hint={t('nextHint')} error={faults.next} className="w-full">
        {(control) => (
          <LimitedInput
            {...control}
            name="next"
            type="password"
            autoComplete="new-password"
            minLength={MIN_PASSWORD_LENGTH}
            longest={MAX_LENGTH.newPassword}
            asSent
            required
          />
        )}
      </Field>
      <p className="text-sm text-text-2">{t('passwordHint')}</p>
      <Button type="submit" busy={busy} busyLabel={t('changing')}>
        {t('change')}
      </Button>
    </form>
  )
}
