import { CircleAlert, Projector } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Button } from '#components/ui/button.tsx'
import { PAIRING_CODE_LENGTH } from '#lib/kernel/text-limits.ts'
import { CodeField } from './code-field.tsx'
import type { PairingApi } from './pairing-api.ts'

/** Form for the code that the room display shows. */
export function PairDisplay({ api }: { api: PairingApi }) {
  const t = useTranslations('roomDisplay.panel')
  const common = useTranslations('common')
  const [code, setCode] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { run, busy, failure } = useAttempt(api.pair)
  const failed = failure instanceof Error && !busy

  function pair(event: FormEvent) {
    event.preventDefault()
    if (code.length === PAIRING_CODE_LENGTH && !busy) void run(code)
  }

  function clearCode() {
    setCode('')
    field.current?.focus()
  }

  return (
    <form onSubmit={pair} className="flex flex-col gap-3">
      <span
        className={`grid size-10 place-items-center rounded-[12px] [&>svg]:size-5 [&>svg]:stroke-[1.75] ${failed ? 'bg-bad-soft text-bad-text' : 'bg-sunken text-text-2'}`}
      >
        {failed ? <CircleAlert aria-hidden="true" /> : <Projector aria-hidden="true" />}
      </span>
      {failed ? (
        <div role="alert">
          <p className="font-semibold">{t('wrong')}</p>
          <p className="text-sm text-text-2">{failure.message || common('noAnswer')}</p>
        </div>
      ) : (
        <p className="text-sm text-text-2">{t('lead', { address: displayAddress() })}</p>
      )}
      <CodeField ref={field} label={t('code')} value={code} onChange={setCode} invalid={failed} />
      <div className="flex flex-wrap gap-2 pt-2">
        <Button
          type="submit"
          variant="primary"
          busy={busy}
          aria-disabled={code.length < PAIRING_CODE_LENGTH || undefined}
        >
          {t('pair')}
        </Button>
        {failed ? <Button onClick={clearCode}>{t('again')}</Button> : null}
      </div>
    </form>
  )
}

function displayAddress(): string {
  return `${location.host}/room-display`
}
