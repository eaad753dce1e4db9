'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useState, useTransition } from 'react'
import type { z } from 'zod'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { classes } from '#components/ui/classes.ts'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import type { listPeopleEndpoint } from '#lib/people/api.ts'
import { TYPING_PAUSE_MS } from './typing-pause.ts'
import type { Action } from './use-action.ts'

export type Found = z.input<typeof listPeopleEndpoint.data>

type Student = Found['items'][number]

type StudentPickerProps = {
  /** The students shown before the first search. */
  first: Found
  search: Action<Found>
  /** Students who cannot be picked, and the reason. */
  taken?: { ids: string[]; label: string }
  fault?: string
  onChange: (ids: string[]) => void
}

/** Picks any number of students from a list with a search by name or e-mail. Picked students stay picked. */
export function StudentPicker({ first, search, taken, fault, onChange }: StudentPickerProps) {
  const t = useTranslations('people.picker')
  const id = useId()
  const { found, searching, failed, setWords } = useSearch(first, search)
  const [picked, setPicked] = useState<Student[]>([])
  const free = found.items.filter((person) => !person.disabled && !taken?.ids.includes(person.id))
  const unpicked = free.filter((person) => !picked.some(({ id }) => id === person.id))

  function pick(people: Student[]) {
    setPicked(people)
    onChange(people.map((person) => person.id))
  }

  function toggle(person: Student) {
    const rest = picked.filter(({ id }) => id !== person.id)
    pick(rest.length === picked.length ? [...picked, person] : rest)
  }

  return (
    <div className="flex min-h-0 flex-col gap-4">
      <Field label={t('search')} error={fault}>
        {(control) => (
          <Input
            {...control}
            type="search"
            autoComplete="off"
            placeholder={t('placeholder')}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.preventDefault()
            }}
          />
        )}
      </Field>
      <div className="flex min-h-8 items-center justify-between gap-3">
        <p className="text-sm text-text-2 tabular-nums" aria-live="polite">
          {failed ? t('failed') : searching ? t('searching') : t('picked', { count: picked.length })}
        </p>
        {unpicked.length > 1 ? (
          <Button size="sm" variant="ghost" onClick={() => pick([...picked, ...unpicked])}>
            {t('all', { count: unpicked.length })}
          </Button>
        ) : picked.length > 0 ? (
          <Button size="sm" variant="ghost" onClick={() => pick([])}>
            {t('none')}
          </Button>
        ) : null}
      </div>
      <fieldset className={classes('-mx-2 flex flex-col', searching && 'opacity-60')}>
        <legend className="sr-only">{t('students')}</legend>
        {withPicked(found.items, picked).map((person) => {
          const has = taken?.ids.includes(person.id)
          return (
            <label
              key={person.id}
              className="flex min-h-13 cursor-pointer items-center gap-3 rounded-control px-2 py-1.5 hover:bg-hover has-disabled:cursor-default has-disabled:hover:bg-transparent"
            >
              <input
                type="checkbox"
                aria-describedby={`${id}-${person.id}`}
                checked={has || picked.some(({ id }) => id === person.id)}
                disabled={has || person.disabled}
                onChange={() => toggle(person)}
                className="size-4.5 flex-none accent-text"
              />
              <Avatar id={person.id} name={person.name} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{person.name}</span>
                <span id={`${id}-${person.id}`} className="block truncate text-sm text-text-2">
                  {has ? taken?.label : person.disabled ? t('disabled') : person.email}
                </span>
              </span>
            </label>
          )
        })}
      </fieldset>
      {found.items.length === 0 ? <p className="text-text-2">{t('nobody')}</p> : null}
      {found.nextCursor ? <p className="text-sm text-text-2">{t('more')}</p> : null}
    </div>
  )
}

/** Students picked in an earlier search stay visible above the search results. */
function withPicked(found: Student[], picked: Student[]): Student[] {
  return [...picked.filter(({ id }) => !found.some((person) => person.id === id)), ...found]
}

function useSearch(first: Found, search: Action<Found>) {
  const [found, setFound] = useState(first)
  const [words, setWords] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const [searching, startTransition] = useTransition()

  useEffect(() => {
    if (words === null) return
    let current = true
    const timer = setTimeout(() => {
      startTransition(async () => {
        const result = await search({ search: words }).catch(() => null)
        if (!current) return
        setFailed(!result?.ok)
        if (result?.ok) setFound(result.data)
      })
    }, TYPING_PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [words, search])

  return { found, searching, failed, setWords }
}
