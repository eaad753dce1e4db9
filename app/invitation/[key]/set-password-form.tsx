'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { requestSignedOut } from '#components/api/request.ts'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { FormFault } from '#components/sign-in/form-fault.tsx'
import { PasswordField } from '#components/sign-in/password-field.tsx'
import { neverResolves, signInWithRetry } from '#components/sign-in/sign-in-with-retry.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { ApiFailure } from '#lib/api/client.ts'
import { acceptLinkEndpoint } from '#lib/identity/password-links/endpoints.generated.ts'
import { MAX_LENGTH, MIN_PASSWORD_LENGTH } from '#lib/kernel/text-limits.ts'

type SetPasswordFormProps = {
  linkKey: string
  email: string
  /** The person's current name if they may change it; otherwise null. */
  name: string | null
}

type Attempt = { name: string; fault: string | null; fields: Record<string, string> }

/** Sets the password for the link's account, signs in and redirects to the home page. */
export function SetPasswordForm({ linkKey, email, name }: SetPasswordFormProps) {
  const t = useTranslations('passwordLinks.form')
  const [attempt, submit, busy] = useActionState(set, { name: name ?? '', fault: null, fields: {} })

  async function set(_previous: Attempt, form: FormData): Promise<Attempt> {
    const password = String(form.get('password'))
    const given = { name: String(form.get('name') ?? ''), password }
    try {
      await requestSignedOut(acceptLinkEndpoint, { key: linkKey, ...(name === null ? { password } : given) })
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      const { fields = {} } = error.error
      const isKnown = Object.keys(fields).length > 0
      return { name: given.name, fields, fault: isKnown ? null : error.message || t('noAnswer') }
    }
    const fault = await signInWithRetry(email, password)
    // Replaces this page, so that the key is not in the browser history.
    location.replace(fault ? '/sign-in' : '/')
    return neverResolves
  }

  return (
    <form action={submit} className="flex flex-col gap-4.5">
      <Field label={t('email')}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            readOnly
            value={email}
            className="h-11.5 rounded-[12px] text-text-2"
          />
        )}
      </Field>
      {name === null ? null : (
        <Field label={t('name')} hint={t('nameHint')} error={attempt.fields.name}>
          {(control) => (
            <LimitedInput
              {...control}
              name="name"
              autoComplete="name"
              required
              longest={MAX_LENGTH.name}
              defaultValue={attempt.name}
              className="h-11.5 rounded-[12px]"
            />
          )}
        </Field>
      )}
      <PasswordField
        label={t('password')}
        hint={t('passwordHint')}
        error={attempt.fields.password}
        name="password"
        autoComplete="new-password"
        minLength={MIN_PASSWORD_LENGTH}
        longest={MAX_LENGTH.newPassword}
      />
      <FormFault>{attempt.fault}</FormFault>
      <Button type="submit" variant="primary" size="lg" block busy={busy} busyLabel={t('busy')}>
        {name === null ? t('submitReset') : t('submitInvitation')}
      </Button>
    </form>
  )
}
