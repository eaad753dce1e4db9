'use client'

import texts from '#messages/en/globalError.json'
import './globals.css'

/**
 * Replaces the whole document, so it cannot rely on the root layout. Every page loads it, so it stays small and
 * has its own texts.
 */
export default function GlobalFault({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body className="font-sans">
        <title>{texts.title}</title>
        <main className="mx-auto flex min-h-dvh max-w-140 flex-col items-start justify-center gap-3 p-6">
          <h1 className="text-h1">{texts.title}</h1>
          <p role="alert" className="text-lg text-text-2">
            {texts.text}
          </p>
          <div className="mt-3 flex gap-2.5">
            <button
              type="button"
              onClick={retry}
              className="h-9.5 rounded-control bg-primary px-3.5 font-[550] text-on-primary hover:bg-primary-hover"
            >
              {texts.retry}
            </button>
            <a
              href="/"
              className="inline-grid h-9.5 place-items-center rounded-control px-3.5 font-[550] text-text-2"
            >
              {texts.home}
            </a>
          </div>
        </main>
      </body>
    </html>
  )
}
