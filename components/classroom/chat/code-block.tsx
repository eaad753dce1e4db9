import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { languageTitle } from './languages.ts'

const ColouredCode = lazyWithRetry(
  () => import('./coloured-code.tsx'),
  ({ code }) => <code>{code}</code>,
)

/** A block of code with a copy button. */
export function CodeBlock({ code, language }: { code: string; language: string }) {
  const t = useTranslations('chat')
  const [copied, setCopied] = useState(false)
  return (
    <div data-theme="dark" className="my-1.5 overflow-hidden rounded-[10px] bg-[#0b0f1e] text-text">
      <div className="flex items-center justify-between border-b px-3 py-1 text-xs text-text-2">
        <span>{languageTitle(language) ?? t('code')}</span>
        <button
          type="button"
          onClick={() =>
            void navigator.clipboard.writeText(code).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
          className="flex min-h-6 items-center gap-1.5 rounded-[6px] px-1.5 hover:bg-hover [&>svg]:size-3.5"
        >
          <Copy aria-hidden="true" />
          {copied ? t('copied') : t('copy')}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide code can also be scrolled by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto p-3 font-mono text-xs leading-5">
        <ColouredCode code={code} language={language} />
      </pre>
    </div>
  )
}
