'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { EditConflictNotice } from './edit-conflict-notice.tsx'
import { FirstFocus } from './first-focus.tsx'
import { readFields } from './read-fields.ts'
import { RoutedDrawer, useClose } from './routed-drawer.tsx'
import { type Action, type Failure, useAction } from './use-action.ts'
import type { Edited } from './use-edited-record.ts'

type DrawerFormProps<T> = {
  title: string
  meta?: ReactNode
  /** The URL with the drawer closed. */
  closeHref: string
  submit: string
  busyLabel: string
  /** Disables the submit button while required input is missing. */
  incomplete?: boolean
  action: Action<T>
  /** Builds the action's input from the form's fields by name. */
  toInput: (fields: Record<string, string>) => object
  /** The edited record, if other people may edit it too: their changes are not overwritten unseen. */
  edited?: Edited
  /** Called after success. The drawer closes unless it returns `stay`. */
  onDone: (data: T) => unknown
  /** Replaces the failure's message, for example with a list of collisions. */
  explain?: (failure: Failure, again: (added: object) => void, busy: boolean) => ReactNode
  children: (faults: Record<string, string>) => ReactNode
}

/** A form in the side column: submits once, shows errors at their fields, and closes after success. */
export function DrawerForm<T>({ closeHref, action, onDone, edited, ...props }: DrawerFormProps<T>) {
  const t = useTranslations('common.form')
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const close = useClose(closeHref)
  // The latest revision whose changes the user has seen.
  const seen = useRef(0)
  const { run, again, busy, failure, forget } = useAction(action, (data: T) => {
    if (onDone(data) !== 'stay') close()
  })

  useEffect(() => {
    if (!failure) return
    const invalid = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (invalid) invalid.focus()
    else form.current?.scrollIntoView({ block: 'start' })
  }, [failure])

  function send() {
    if (busy || !form.current?.reportValidity()) return
    const ifRevision = edited && { ifRevision: Math.max(edited.revision, seen.current) }
    run({ ...props.toInput(readFields(form.current)), ...ifRevision })
  }

  const conflict = failure?.editConflict
  return (
    <RoutedDrawer
      title={props.title}
      meta={props.meta}
      closeHref={closeHref}
      footer={
        <>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button
            type="submit"
            form={id}
            variant="primary"
            className="flex-1"
            busy={busy}
            busyLabel={props.busyLabel}
            disabled={props.incomplete}
          >
            {props.submit}
          </Button>
        </>
      }
    >
      <form
        // Loading another version resets the form to its values.
        key={edited?.revision}
        ref={form}
        id={id}
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FirstFocus form={form} />
        {edited && conflict ? (
          <EditConflictNotice
            conflict={conflict}
            changes={edited.changesIn(conflict)}
            busy={busy}
            onLoad={() => {
              edited.load(conflict)
              forget()
            }}
            onSaveMine={() => {
              seen.current = conflict.now.revision
              send()
            }}
          />
        ) : failure && !failure.fields ? (
          (props.explain?.(failure, again, busy) ?? (
            <Banner tone="failure" icon={<CircleAlert />}>
              {failure.message}
            </Banner>
          ))
        ) : null}
        {props.children(failure?.fields ?? {})}
      </form>
    </RoutedDrawer>
  )
}
