'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { Field } from '#components/ui/field.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'type' | 'maxLength'> & {
  label: string
  hint?: string
  error?: string
  aside?: ReactNode
  /** The maximum length in code points. */
  longest: number
}

/** A password field whose text can be revealed. Needs the texts of `signIn` and `common`. */
export function PasswordField({ label, hint, error, aside, ...input }: PasswordFieldProps) {
  const t = useTranslations('signIn')
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(control) => (
        <LimitedInput
          {...control}
          {...input}
          type={shown ? 'text' : 'password'}
          required
          asSent
          className="h-11.5 rounded-[12px] pr-12"
          inside={
            <IconButton
              label={shown ? t('hidePassword') : t('showPassword')}
              icon={shown ? <EyeOff /> : <Eye />}
              onClick={() => setShown(!shown)}
              className="absolute top-1/2 right-1.75 -translate-y-1/2"
            />
          }
        />
      )}
    </Field>
  )
}
