'use client'

import { MailCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { requestSignedOut } from '#components/api/request.ts'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { FormFault } from '#components/sign-in/form-fault.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { ApiFailure } from '#lib/api/client.ts'
import { requestPasswordResetEndpoint } from '#lib/identity/password-links/endpoints.generated.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'

type ResetState = { email: string; sent: boolean; fault: string | null; emailFault?: string }

/** Requests a reset link by e-mail; the response is the same for every address. */
export function ResetForm() {
  const t = useTranslations('passwordLinks.reset')
  const [state, submit, busy] = useActionState(ask, { email: '', sent: false, fault: null })

  async function ask(_previous: ResetState, form: FormData): Promise<ResetState> {
    const email = String(form.get('email')).trim()
    try {
      await requestSignedOut(requestPasswordResetEndpoint, { email })
      return { email, sent: true, fault: null }
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      const emailFault = error.error.fields?.email
      return { email, sent: false, emailFault, fault: emailFault ? null : error.message || t('noAnswer') }
    }
  }

  return (
    <form action={submit} className="flex flex-col gap-4.5">
      <div role="status" className="empty:hidden">
        {state.sent ? (
          <Banner tone="ok" icon={<MailCheck />}>
            {t('sent', { email: state.email })}
          </Banner>
        ) : null}
      </div>
      <Field label={t('email')} error={state.emailFault}>
        {(control) => (
          <LimitedInput
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            required
            longest={MAX_LENGTH.email}
            defaultValue={state.email}
            className="h-11.5 rounded-[12px]"
          />
        )}
      </Field>
      <FormFault>{state.fault}</FormFault>
      <Button
        type="submit"
        variant={state.sent ? 'secondary' : 'primary'}
        size="lg"
        block
        busy={busy}
        busyLabel={t('sending')}
      >
        {state.sent ? t('again') : t('send')}
      </Button>
    </form>
  )
}
