'use client'

import { CircleAlert, Eye, EyeOff } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Input } from '#components/ui/input.tsx'
import { faultOf, type SignInFault } from './sign-in-fault.ts'

type Attempt = { fault: SignInFault | null; email: string }

/**
 * E-mail and password; whoever gets in lands on `next`, a path of this site. As a form action it also works for who
 * presses Enter before the page's code is there, and never puts a password into the address.
 */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('signIn')
  const [shown, setShown] = useState(false)
  const password = useRef<HTMLInputElement>(null)
  const [{ fault, email }, submit, busy] = useActionState(attempt, { fault: null, email: '' })

  async function attempt(_previous: Attempt, form: FormData): Promise<Attempt> {
    const fault = await trySignIn(form)
    if (!fault) {
      location.assign(next)
      await theEndOfThisPage
    }
    return { fault, email: String(form.get('email')) }
  }

  useEffect(() => {
    if (fault) password.current?.focus()
  }, [fault])

  return (
    <form action={submit} className="flex flex-col gap-4.5">
      <Field label={t('email')}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            required
            defaultValue={email}
            className="h-11.5 rounded-[12px]"
          />
        )}
      </Field>
      <Field label={t('password')}>
        {(control) => (
          <span className="relative block">
            <Input
              {...control}
              ref={password}
              name="password"
              type={shown ? 'text' : 'password'}
              autoComplete="current-password"
              required
              className="h-11.5 rounded-[12px] pr-12"
            />
            <IconButton
              label={shown ? t('hidePassword') : t('showPassword')}
              icon={shown ? <EyeOff /> : <Eye />}
              onClick={() => setShown(!shown)}
              className="absolute top-1/2 right-1.75 -translate-y-1/2"
            />
          </span>
        )}
      </Field>
      <p role="alert" className="flex items-start gap-1.5 text-sm text-bad-text empty:hidden">
        {fault ? (
          <>
            <CircleAlert className="mt-0.5 size-3.75 flex-none" />
            {t(`errors.${fault.kind}`, fault.values)}
          </>
        ) : null}
      </p>
      <Button type="submit" variant="primary" size="lg" block busy={busy} busyLabel={t('signingIn')}>
        {t('signIn')}
      </Button>
    </form>
  )
}

/** Until then the button stays busy. */
const theEndOfThisPage = new Promise<never>(() => {})

async function trySignIn(form: FormData): Promise<SignInFault | null> {
  try {
    const answer = await signIn('credentials', {
      redirect: false,
      email: String(form.get('email')),
      password: String(form.get('password')),
    })
    return answer?.ok && !answer.error ? null : faultOf(answer?.error)
  } catch {
    return { kind: navigator.onLine ? 'failed' : 'offline', values: {} }
  }
}
