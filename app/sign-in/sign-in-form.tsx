'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { FormFault } from '#components/sign-in/form-fault.tsx'
import { PasswordField } from '#components/sign-in/password-field.tsx'
import type { SignInFault } from '#components/sign-in/sign-in-fault.ts'
import { neverResolves, signInWithRetry } from '#components/sign-in/sign-in-with-retry.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'

type SignInFormProps = {
  next: string
  /** The last choice made in this browser. */
  keep: boolean
}

type Attempt = { fault: SignInFault | null; email: string; keep: boolean }

/**
 * E-mail and password; redirects to `next`, a path of this site, after success. As a form action it also works if
 * Enter is pressed before the page's script has loaded, and never puts a password into the address.
 */
export function SignInForm({ next, keep: keptBefore }: SignInFormProps) {
  const t = useTranslations('signIn')
  const password = useRef<HTMLInputElement>(null)
  const [{ fault, email, keep }, submit, busy] = useActionState(attempt, {
    fault: null,
    email: '',
    keep: keptBefore,
  })

  async function attempt(_previous: Attempt, form: FormData): Promise<Attempt> {
    const email = String(form.get('email'))
    const keep = form.has('keep')
    const fault = await signInWithRetry(email, String(form.get('password')), keep)
    if (!fault) {
      location.assign(next)
      await neverResolves
    }
    return { fault, email, keep }
  }

  useEffect(() => {
    if (fault) password.current?.focus()
  }, [fault])

  return (
    <form action={submit} className="flex flex-col gap-4.5">
      <Field label={t('email')}>
        {(control) => (
          <LimitedInput
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            required
            longest={MAX_LENGTH.email}
            defaultValue={email}
            className="h-11.5 rounded-[12px]"
          />
        )}
      </Field>
      <PasswordField
        label={t('password')}
        ref={password}
        name="password"
        autoComplete="current-password"
        longest={MAX_LENGTH.triedPassword}
        aside={
          <Link href="/sign-in/reset" className="link text-sm" aria-label={t('forgotLabel')}>
            {t('forgot')}
          </Link>
        }
      />
      <label className="flex cursor-pointer items-center gap-2.5 pointer-coarse:min-h-11">
        <input type="checkbox" name="keep" defaultChecked={keep} className="size-4.5 flex-none accent-text" />
        <span>
          {t('keep')} <span className="text-sm text-text-2">{t('keepHint')}</span>
        </span>
      </label>
      <FormFault>{fault ? t(`errors.${fault.kind}`, fault.values) : null}</FormFault>
      <Button type="submit" variant="primary" size="lg" block busy={busy} busyLabel={t('signingIn')}>
        {t('signIn')}
      </Button>
    </form>
  )
}
