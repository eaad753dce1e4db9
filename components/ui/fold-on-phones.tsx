'use client'

import { ListFilter } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Button } from './button.tsx'
import { classes } from './classes.ts'

/** On phones folded behind a button with a label; always shown from 720 px on. */
export function FoldOnPhones({ label, children }: { label: string; children: ReactNode }) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <div className="flex min-w-0 flex-col gap-3 max-sm:w-full">
      <Button
        size="sm"
        icon={<ListFilter />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="self-start sm:hidden noscript:hidden"
      >
        {label}
      </Button>
      <div id={id} className={classes(!open && 'max-sm:hidden noscript:block')}>
        {children}
      </div>
    </div>
  )
}
