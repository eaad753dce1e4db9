'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Input } from '#components/ui/input.tsx'

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: string
  hint?: string
  error?: string
  aside?: ReactNode
}

/** A password that one can look at while writing it. Needs the texts of `signIn`. */
export function PasswordField({ label, hint, error, aside, ...input }: PasswordFieldProps) {
  const t = useTranslations('signIn')
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(control) => (
        <span className="relative block">
          <Input
            {...control}
            {...input}
            type={shown ? 'text' : 'password'}
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
  )
}
