import { Code, Lock, SendHorizontal, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Select } from '#components/ui/select.tsx'
import type { Person, Quotation } from '#lib/classroom/chat/api.ts'
import { matchPeople, mentionAt, mentionedIn } from './mention.ts'
import { MentionList } from './mention-list.tsx'
import type { Draft, Recipient } from './outbox.ts'

const MOST = 4000

type ComposerProps = {
  /** Who can be written to alone, and to whom it goes now; null: to all. */
  recipients: Recipient[]
  recipient: Recipient | null
  onRecipient: (recipient: Recipient | null) => void
  /** Writing to all is locked. */
  isLocked: boolean
  /** As one calls whom a private message goes to. */
  privateLabel: (recipient: Recipient) => string
  answering: Quotation | null
  onAnswered: () => void
  /** Who may be meant by an @. */
  people: Person[]
  /** What was written before and not sent yet. */
  keptText: string
  onText: (text: string) => void
  /** How often something was chosen elsewhere to write about: the focus comes here. */
  asked: number
  onSend: (draft: Draft) => void
}

/** Where one writes: Enter sends, Shift and Enter make a line, and within a block of code Enter does. */
export function Composer(props: ComposerProps) {
  const { recipients, recipient, onRecipient, isLocked, privateLabel, answering, onAnswered, people } = props
  const { keptText, onText, onSend, asked } = props
  const t = useTranslations('chat')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(keptText)
  const [caret, setCaret] = useState(0)
  const [chosen, choose] = useState(0)
  const mention = mentionAt(text, caret)
  const found = mention ? matchPeople(people, mention.typed) : []
  const isShut = isLocked && recipient === null

  useEffect(() => {
    if (asked > 0) field.current?.focus()
  }, [asked])

  function change(text: string) {
    setText(text)
    onText(text)
  }

  function send() {
    const written = text.trim()
    if (!written || isShut) return
    onSend({
      text: written,
      mentions: mentionedIn(written, people),
      replyTo: answering,
      privateWith: recipient,
    })
    change('')
    onAnswered()
  }

  function complete({ name }: Person) {
    if (!mention) return
    const completed = `${text.slice(0, mention.from)}@${name} `
    change(completed + text.slice(caret))
    setCaret(completed.length)
    field.current?.focus()
  }

  function press(event: KeyboardEvent) {
    if (found.length > 0 && listKeys.includes(event.key)) {
      event.preventDefault()
      const person = found[chosen % found.length]
      if (event.key === 'ArrowDown') return choose((chosen + 1) % found.length)
      if (event.key === 'ArrowUp') return choose((chosen + found.length - 1) % found.length)
      if (event.key === 'Escape') return setCaret(0)
      return person && complete(person)
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || isInCode(text, caret))
      return
    event.preventDefault()
    send()
  }

  function insertBlock() {
    const block = `${text && !text.endsWith('\n') ? '\n' : ''}\`\`\`ts\n\n\`\`\``
    change(text + block)
    const at = text.length + block.length - 4
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(at, at)
      setCaret(at)
    })
  }

  return (
    <div className="flex flex-none flex-col gap-2 border-t p-3">
      {recipients.length > 0 ? (
        <div className="flex items-center gap-2 text-sm text-text-2">
          <label htmlFor={`${id}-to`}>{t('to')}</label>
          <Select
            id={`${id}-to`}
            value={recipient?.id ?? ''}
            onChange={(event) => onRecipient(recipients.find((one) => one.id === event.target.value) ?? null)}
            className="w-auto max-w-56"
          >
            <option value="">{t('everyone')}</option>
            {recipients.map((one) => (
              <option key={one.id} value={one.id}>
                {privateLabel(one)}
              </option>
            ))}
          </Select>
          {recipient ? <span className="ml-auto text-xs">{t('mayBeReviewed')}</span> : null}
        </div>
      ) : null}
      {isShut ? (
        <p className="flex items-center gap-2 text-sm text-text-2 [&>svg]:size-4">
          <Lock aria-hidden="true" />
          {t('locked')}
        </p>
      ) : (
        <div className="relative rounded-control border border-control bg-surface focus-within:outline-2 focus-within:outline-focus">
          {found.length > 0 ? (
            <MentionList
              id={`${id}-names`}
              people={found}
              chosen={chosen % found.length}
              onChoose={complete}
            />
          ) : null}
          {answering ? (
            <p className="m-2 mb-0 flex items-center gap-2 border-l-2 border-border-strong pl-2 text-sm text-text-2">
              <span className="min-w-0 flex-1 truncate">
                <b className="font-medium">{answering.author.name}</b> {answering.text}
              </span>
              <IconButton label={t('noReply')} icon={<X />} onClick={onAnswered} />
            </p>
          ) : null}
          <textarea
            ref={field}
            rows={2}
            maxLength={MOST}
            value={text}
            aria-label={recipient ? t('writeToNamed', { to: privateLabel(recipient) }) : t('writeToAll')}
            placeholder={recipient ? t('writeToNamed', { to: privateLabel(recipient) }) : t('writeToAll')}
            {...(found.length > 0 && {
              'aria-controls': `${id}-names`,
              'aria-activedescendant': `${id}-names-${chosen % found.length}`,
            })}
            onChange={(event) => {
              change(event.target.value)
              setCaret(event.target.selectionStart)
              choose(0)
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            onKeyDown={press}
            className="field-sizing-content max-h-48 w-full resize-none bg-transparent px-3 py-2 outline-none placeholder:text-text-3"
          />
          <div className="flex items-center justify-between px-1.5 pb-1.5">
            <IconButton label={t('insertCode')} icon={<Code />} onClick={insertBlock} />
            <IconButton
              label={t('send')}
              icon={<SendHorizontal />}
              disabled={text.trim() === ''}
              onClick={send}
            />
          </div>
        </div>
      )}
    </div>
  )
}

const listKeys = ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape']

/** Between an opening fence and its end. */
function isInCode(text: string, caret: number): boolean {
  return (text.slice(0, caret).match(/^```/gm)?.length ?? 0) % 2 === 1
}
