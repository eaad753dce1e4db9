'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { EditConflict } from '#lib/api/edit-conflict.ts'
import { diffFacts, type Fact, type FactChange } from './diff-facts.ts'

type Revised = { revision: number } | undefined

type EditedAs<T> = {
  /** The record's current version in a conflict; null if the conflict is about another kind of record. */
  currentIn: (conflict: EditConflict) => T | null
  /** The record's fields, as label and text. */
  facts: (thing: T) => Fact[]
  /** Updates state outside the form's own fields when another version is loaded. */
  onLoad?: (thing: T) => void
}

/** The edited record, as it was when the form was filled. */
export type Edited = {
  revision: number
  /** The changes that other people have made since then, as label and text. */
  changesIn: (conflict: EditConflict) => FactChange[]
  /** Fills the form with the other people's version. */
  load: (conflict: EditConflict) => void
}

/**
 * Holds the values that a form was filled with. A refresh of the page behind the form does not change them: otherwise
 * the form would overwrite values that its user never saw. Needs the texts of `admin`.
 */
export function useEditedRecord<T extends Revised>(
  thing: T,
  { currentIn, facts, onLoad }: EditedAs<NonNullable<T>>,
): { opened: T; edited: Edited | undefined } {
  const t = useTranslations('admin.conflict')
  const [opened, open] = useState(thing)
  if (!opened) return { opened, edited: undefined }

  function changesIn(conflict: EditConflict): FactChange[] {
    const current = currentIn(conflict)
    const changes = opened && current ? diffFacts(facts(opened), facts(current)) : []
    const newPassword = conflict.events.some(({ action }) => action === 'password_changed')
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
