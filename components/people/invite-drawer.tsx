'use client'

import { Info } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import { LimitedTextarea } from '#components/forms/limited-input.tsx'
import type { Action } from '#components/forms/use-action.ts'
import { explainCollisions } from '#components/schedule/planning/collisions.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Field } from '#components/ui/field.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { Role } from '#lib/kernel/enums.ts'
import { MAX_NUMBER } from '#lib/kernel/number-limits.ts'
import { type ClassChoice, ClassFields } from './class-fields.tsx'
import { EmailAddressList } from './email-address-list.tsx'
import { countsOf, type Invited, InvitedDrawer } from './invited-drawer.tsx'
import { type ParsedAddress, parseEmailAddresses, withoutAddress } from './parse-email-addresses.ts'
import { RoleChoice } from './role-choice.tsx'

/** Far more than the allowed number of addresses needs. The whole text is parsed with each key. */
const LONGEST_PASTED = 20_000

type InviteDrawerProps = {
  role: Role
  classes: ClassChoice[]
  zone: string
  closeHref: string
  /** The form that creates a person with a password instead. */
  createHref: string
  action: Action<Invited>
}

/** Invites any number of people by pasted or typed addresses. */
export function InviteDrawer({
  role: given,
  classes,
  zone,
  closeHref,
  createHref,
  action,
}: InviteDrawerProps) {
  const t = useTranslations('invitations.drawer')
  const toast = useToast()
  const [text, setText] = useState('')
  const [role, setRole] = useState(given)
  const [answer, setAnswer] = useState<Invited | null>(null)
  const addresses = parseEmailAddresses(text)
  const valid = addresses.filter((address) => address.valid)
  const sent = valid.slice(0, MAX_NUMBER.invited)

  function done(invited: Invited) {
    const complete = invited.full.length === 0 && invited.addresses.every(({ fault }) => fault === null)
    if (complete) return toast({ text: t('done', countsOf(invited)) })
    setAnswer(invited)
    return 'stay'
  }

  if (answer) return <InvitedDrawer invited={answer} zone={zone} closeHref={closeHref} />
  return (
    <DrawerForm
      title={t('title')}
      meta={t('meta')}
      closeHref={closeHref}
      submit={t('submit', { count: sent.length })}
      busyLabel={t('busy')}
      incomplete={sent.length === 0}
      action={action}
      toInput={({ classId, kind }) => ({
        emails: sent.map(({ email }) => email),
        names: namesIn(sent),
        role,
        classId: role === 'STUDENT' && classId ? classId : undefined,
        kind: role === 'STUDENT' && kind ? kind : undefined,
      })}
      onDone={done}
      explain={explainCollisions(zone)}
    >
      {(faults) => (
        <>
          <Field
            label={t('emails')}
            hint={t('emailsHint')}
            error={valid.length > MAX_NUMBER.invited ? t('tooMany') : faults.emails}
            aside={
              <span className="text-sm text-text-2 tabular-nums" aria-live="polite">
                {t('found', { count: valid.length })}
              </span>
            }
          >
            {(control) => (
              <LimitedTextarea
                {...control}
                rows={4}
                value={text}
                longest={LONGEST_PASTED}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <EmailAddressList
            addresses={addresses}
            onRemove={(address) => setText(withoutAddress(text, address))}
          />
          <RoleChoice value={role} onChange={setRole} />
          {role === 'STUDENT' ? <ClassFields classes={classes} fault={faults.classId} /> : null}
          <Banner tone="info" icon={<Info />}>
            <span className="text-sm">{t('note')}</span>
          </Banner>
          <Link href={createHref} scroll={false} className="link self-start text-sm">
            {t('create')}
          </Link>
        </>
      )}
    </DrawerForm>
  )
}

function namesIn(addresses: ParsedAddress[]): Record<string, string> {
  return Object.fromEntries(addresses.flatMap(({ email, name }) => (name ? [[email, name]] : [])))
}
