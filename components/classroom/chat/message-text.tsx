import { memo } from 'react'
import type { Person } from '#lib/classroom/message.ts'
import { CodeBlock } from './code-block.tsx'
import { type ProsePart, parseText } from './parse-text.ts'

type MessageTextProps = {
  text: string
  /** The people mentioned by `@name`. */
  mentions: Person[]
  /** The viewer in class; a mention of them is highlighted. */
  me: string | null
}

/** The text of a message; only code, links and mentions are formatted. */
export const MessageText = memo(function MessageText({ text, mentions, me }: MessageTextProps) {
  const ownMention = mentions.find(({ id }) => id === me)
  const names = mentions.map(({ name }) => name)
  let key = 0
  return parseText(text, names).map((block) => {
    key += 1
    return block.kind === 'code' ? (
      <CodeBlock key={key} code={block.code} language={block.language} />
    ) : (
      <p key={key} dir="auto" className="break-words whitespace-pre-wrap">
        <Prose parts={block.parts} ownMention={ownMention && `@${ownMention.name}`} />
      </p>
    )
  })
})

function Prose({ parts, ownMention }: { parts: ProsePart[]; ownMention: string | undefined }) {
  let key = 0
  return parts.map((part) => {
    key += 1
    return <PartView key={key} part={part} ownMention={ownMention} />
  })
}

function PartView({ part, ownMention }: { part: ProsePart; ownMention: string | undefined }) {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'code':
      return <code className="rounded-[5px] bg-sunken px-1 py-px font-mono text-[0.8125em]">{part.text}</code>
    case 'mention':
      return part.text === ownMention ? (
        <b className="rounded-[5px] bg-primary-soft px-1 font-medium text-primary-text">{part.text}</b>
      ) : (
        <b className="font-medium text-link">{part.text}</b>
      )
    case 'link':
      return (
        <a
          href={part.href}
          target="_blank"
          rel="noopener noreferrer"
          className="break-all text-link underline underline-offset-2"
        >
          {part.text}
        </a>
      )
  }
}
