import { Code, SendHorizontal, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { countExcess } from '#components/forms/count-excess.ts'
import { TooLong } from '#components/forms/too-long.tsx'
import { useLimit } from '#components/forms/use-limit.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Select } from '#components/ui/select.tsx'
import type { Person, Quotation } from '#lib/classroom/message.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { type BlockAtCaret, blockAt, withLanguage, withNewBlock } from './code-fence.ts'
import { languageTitle, offeredLanguages } from './languages.ts'
import { matchPeople, mentionAt } from './mention.ts'
import { MentionList } from './mention-list.tsx'

type ComposerProps = {
  /** The label of the field; it names the recipient. */
  label: string
  replyingTo: Quotation | null
  onCancelReply: () => void
  /** People who can be mentioned with @. */
  people: Person[]
  /** The unsent draft. */
  initialText: string
  onText: (text: string) => void
  /** A reply or a recipient was chosen elsewhere: the field takes the focus. */
  shouldFocus: boolean
  onFocused: () => void
  onSend: (text: string) => void
}

/** The message field. Enter sends; Shift+Enter adds a line, as does Enter inside a block of code. */
export function Composer({ label, replyingTo, onCancelReply, people, initialText, ...rest }: ComposerProps) {
  const { shouldFocus, onFocused, onText, onSend } = rest
  const t = useTranslations('chat')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(initialText)
  const [caret, setCaret] = useState(0)
  const [chosen, choose] = useState(0)
  const block = blockAt(text, caret)
  const mention = block ? null : mentionAt(text, caret)
  const found = mention ? matchPeople(people, mention.typed) : []
  const excess = countExcess(text, MAX_LENGTH.message, 'paragraphs')
  useLimit(field, excess)

  useEffect(() => {
    if (!shouldFocus) return
    field.current?.focus()
    onFocused()
  }, [shouldFocus, onFocused])

  const placed = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once the field has the text
  useLayoutEffect(() => {
    if (placed.current === null) return
    field.current?.focus()
    field.current?.setSelectionRange(placed.current, placed.current)
    placed.current = null
  }, [text])

  function change(text: string, caret: number) {
    setText(text)
    setCaret(caret)
    onText(text)
  }

  /** Changes the text without typing, and moves the focus and the caret before the next key press. */
  function setTextAndCaret(text: string, caret: number) {
    placed.current = caret
    change(text, caret)
  }

  function send() {
    const written = text.trim()
    // The browser reports by how much the text is too long.
    if (!written || !field.current?.reportValidity()) return
    onSend(written)
    change('', 0)
  }

  function complete({ name }: Person) {
    if (!mention) return
    const completed = `${text.slice(0, mention.from)}@${name} `
    setTextAndCaret(completed + text.slice(caret), completed.length)
  }

  function changeLanguage(block: BlockAtCaret, language: string) {
    setTextAndCaret(withLanguage(text, block, language), caret + language.length - block.language.length)
  }

  function insertBlock() {
    const { text: after, caret } = withNewBlock(text, 'ts')
    setTextAndCaret(after, caret)
  }

  function handleKey(event: KeyboardEvent) {
    // The key belongs to the input method.
    if (event.nativeEvent.isComposing) return
    if (found.length > 0 && listKeys.includes(event.key)) {
      event.preventDefault()
      const person = found[chosen % found.length]
      if (event.key === 'ArrowDown') return choose((chosen + 1) % found.length)
      if (event.key === 'ArrowUp') return choose((chosen + found.length - 1) % found.length)
      if (event.key === 'Escape') return setCaret(0)
      return person && complete(person)
    }
    const sends = event.ctrlKey || event.metaKey || !(event.shiftKey || block)
    if (event.key !== 'Enter' || !sends) return
    event.preventDefault()
    send()
  }

  return (
    <div className="relative rounded-control border border-control bg-surface has-aria-invalid:border-bad focus-within:outline-2 focus-within:outline-focus">
      {found.length > 0 ? (
        <MentionList id={`${id}-names`} people={found} chosen={chosen % found.length} onChoose={complete} />
      ) : null}
      {replyingTo ? (
        <p className="m-2 mb-0 flex items-center gap-2 border-l-2 border-border-strong pl-2 text-sm text-text-2">
          <span className="min-w-0 flex-1 truncate">
            <b className="font-medium">{replyingTo.author.name}</b> {replyingTo.text}
          </span>
          <IconButton label={t('noReply')} icon={<X />} onClick={onCancelReply} />
        </p>
      ) : null}
      <textarea
        ref={field}
        dir="auto"
        rows={2}
        value={text}
        aria-label={label}
        placeholder={label}
        aria-invalid={excess > 0}
        aria-describedby={excess > 0 ? `${id}-excess` : undefined}
        {...(found.length > 0 && {
          'aria-controls': `${id}-names`,
          'aria-activedescendant': `${id}-names-${chosen % found.length}`,
        })}
        onChange={({ target }) => {
          change(target.value, target.selectionStart)
          choose(0)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={handleKey}
        className="field-sizing-content max-h-48 w-full resize-none bg-transparent px-3 py-2 outline-none placeholder:text-text-3"
      />
      <div className="px-3">
        <TooLong id={`${id}-excess`} excess={excess} />
      </div>
      <div className="flex items-center gap-2 px-1.5 pb-1.5">
        <IconButton label={t('insertCode')} icon={<Code />} onClick={insertBlock} />
        {block ? (
          <>
            <Select
              aria-label={t('language')}
              value={block.language}
              onChange={(event) => changeLanguage(block, event.target.value)}
              className="w-32 text-sm"
            >
              {[...new Set([block.language, ...offeredLanguages])].map((language) => (
                <option key={language} value={language}>
                  {languageTitle(language) ?? (language || t('code'))}
                </option>
              ))}
            </Select>
            <span className="min-w-0 flex-1 truncate text-xs text-text-2">{t('sendsAfterBlock')}</span>
          </>
        ) : null}
        <IconButton
          label={t('send')}
          icon={<SendHorizontal />}
          disabled={text.trim() === ''}
          onClick={send}
          className="ml-auto"
        />
      </div>
    </div>
  )
}

const listKeys = ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape']
