'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { EditConflict } from '#lib/edit-conflicts/api.ts'
import { type Fact, type FactChange, factChanges } from './fact-changes.ts'

type Revised = { revision: number } | undefined

type EditedAs<T> = {
  /** The thing as a conflict has it, where it is of this kind. */
  currentIn: (conflict: EditConflict) => T | null
  /** What people see of it, in words. */
  facts: (thing: T) => Fact[]
  /** State beside the form's own fields follows what is loaded. */
  onLoad?: (thing: T) => void
}

/** What a form edits, as it was when the form was filled. */
export type Edited = {
  revision: number
  /** What others have made of it since, in words. */
  changesIn: (conflict: EditConflict) => FactChange[]
  /** Fills the form with what others have made of it. */
  load: (conflict: EditConflict) => void
}

/**
 * Holds what a form was filled with. A page that is refreshed behind the form does not change it: otherwise the form
 * would be saved over what its reader never saw. Needs the texts of `admin`.
 */
export function useEdited<T extends Revised>(
  thing: T,
  { currentIn, facts, onLoad }: EditedAs<NonNullable<T>>,
): { opened: T; edited: Edited | undefined } {
  const t = useTranslations('admin.conflict')
  const [opened, open] = useState(thing)
  if (!opened) return { opened, edited: undefined }

  function changesIn(conflict: EditConflict): FactChange[] {
    const current = currentIn(conflict)
    const changes = opened && current ? factChanges(facts(opened), facts(current)) : []
    const newPassword = conflict.events.some(({ action }) => action === 'password-changed')
    return newPassword
      ? [...changes, { label: t('facts.password'), before: '', after: t('newPassword') }]
      : changes
  }

  function load(conflict: EditConflict) {
    const current = currentIn(conflict)
    if (!current) return
    open(current)
    onLoad?.(current)
  }

  return { opened, edited: { revision: opened.revision, changesIn, load } }
}
