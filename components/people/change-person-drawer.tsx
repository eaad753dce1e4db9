'use client'

import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { auditHref } from '#components/audit/audit-href.ts'
import { DrawerForm } from '#components/forms/drawer-form.tsx'
import { LimitedInput } from '#components/forms/limited-input.tsx'
import { pickChanged } from '#components/forms/pick-changed.ts'
import type { Action } from '#components/forms/use-action.ts'
import { useEditedRecord } from '#components/forms/use-edited-record.ts'
import { CollisionList } from '#components/schedule/planning/collision-list.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Field } from '#components/ui/field.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { Toggle } from '#components/ui/toggle.tsx'
import { MAX_LENGTH, MIN_PASSWORD_LENGTH } from '#lib/kernel/text-limits.ts'
import type { ManagedPerson } from '#lib/people/api.ts'
import { AccountAccess, type AccountAccessActions } from './account-access.tsx'
import { EraseButton } from './erase-button.tsx'
import { RoleChoice } from './role-choice.tsx'
import { usePersonFacts } from './use-person-facts.ts'

type ChangePersonDrawerProps = {
  person: ManagedPerson
  /** The person is the viewer: only another admin may change their role and sign-in. */
  isSelf: boolean
  zone: string
  closeHref: string
  action: Action<{ name: string }>
  actions: AccountAccessActions
  erase: Action<{ name: string }>
}

/** Changes a person's name, role, invitation, password and right to sign in, or erases the person. */
export function ChangePersonDrawer({
  person,
  isSelf: own,
  zone,
  closeHref,
  action,
  actions: deeds,
  erase,
}: ChangePersonDrawerProps) {
  const t = useTranslations('people.change')
  const form = useTranslations('people.form')
  const toast = useToast()
  const [role, setRole] = useState(person.role)
  const [maySignIn, letSignIn] = useState(!person.disabled)
  const { opened, edited } = useEditedRecord(person, {
    currentIn: (conflict) => (conflict.subject === 'user' ? conflict.now : null),
    facts: usePersonFacts(),
    onLoad: (loaded) => {
      setRole(loaded.role)
      letSignIn(!loaded.disabled)
    },
  })
  return (
    <DrawerForm
      title={person.name}
      meta={person.email}
      closeHref={closeHref}
      submit={t('submit')}
      busyLabel={t('busy')}
      action={action}
      toInput={({ name = '', password }) => ({
        userId: person.id,
        password: password || undefined,
        ...pickChanged({ name, role, disabled: !maySignIn }, opened),
      })}
      edited={edited}
      onDone={({ name }) => toast({ text: t('done', { name }) })}
      explain={({ message, collisions }) =>
        collisions ? (
          <section className="flex flex-col gap-3">
            <Banner tone="failure" icon={<CircleAlert />}>
              {message}
            </Banner>
            <CollisionList collisions={collisions} zone={zone} />
          </section>
        ) : null
      }
    >
      {(faults) => (
        <>
          <Field label={form('name')} error={faults.name}>
            {(control) => (
              <LimitedInput
                {...control}
                name="name"
                required
                longest={MAX_LENGTH.name}
                defaultValue={opened.name}
                autoComplete="off"
              />
            )}
          </Field>
          {own ? (
            <p className="text-sm text-text-2">{t('own')}</p>
          ) : (
            <>
              <RoleChoice value={role} onChange={setRole} />
              <Toggle
                label={t('maySignIn')}
                hint={t('maySignInHint')}
                checked={maySignIn}
                onChange={letSignIn}
              />
            </>
          )}
          {own || person.disabled ? null : <AccountAccess person={person} zone={zone} actions={deeds} />}
          <Field label={t('password')} hint={t('passwordHint')} error={faults.password}>
            {(control) => (
              <LimitedInput
                {...control}
                type="password"
                name="password"
                minLength={MIN_PASSWORD_LENGTH}
                longest={MAX_LENGTH.newPassword}
                asSent
                autoComplete="new-password"
              />
            )}
          </Field>
          {person.role === 'TRAINER' ? (
            <Link href={`/admin/absences/new?trainer=${person.id}`} className="link self-start text-sm">
              {t('away')}
            </Link>
          ) : null}
          <Link href={auditHref({ about: person.id })} prefetch={false} className="link self-start text-sm">
            {t('history')}
          </Link>
          {own ? null : <EraseButton person={person} zone={zone} closeHref={closeHref} action={erase} />}
        </>
      )}
    </DrawerForm>
  )
}
