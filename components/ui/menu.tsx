'use client'

import { Check } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react'
import { classes } from './classes.ts'

export type MenuEntry = {
  label: string
  icon?: ReactNode
  /** Content at the end of the entry, such as a key. */
  aside?: ReactNode
  danger?: boolean
  disabled?: boolean
} & (
  | { href: string }
  | {
      onSelect: () => void
      /** The state of an entry that is one of several choices (`one`) or an on/off option (`itself`). */
      checked?: boolean
      chooses?: 'one' | 'itself'
    }
)

type MenuProps = {
  /** The accessible name of the menu. */
  label: string
  /** Groups are separated by a line. */
  groups: MenuEntry[][]
  /** Content above the entries. */
  header?: ReactNode
  /** Renders the button that opens the menu; it needs all the given props. */
  trigger: (button: { popoverTarget: string; 'aria-haspopup': 'menu'; 'aria-expanded': boolean }) => ReactNode
}

/** A menu that a button opens, on the native popover: closes on Esc and on a press elsewhere. */
export function Menu({ label, groups, header, trigger }: MenuProps) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  const opener = () => document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(id)}"]`)
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]

  function place(event: ToggleEvent) {
    const button = opener()
    if (event.newState !== 'open' || !menu.current || !button) return
    positionMenu(menu.current, button)
    // The browser then focuses this entry as it opens the menu, before another key can be pressed.
    items().at(0)?.setAttribute('autofocus', '')
  }

  function moveFocus(event: ToggleEvent) {
    setOpen(event.newState === 'open')
    if (event.newState === 'closed' && menu.current?.contains(document.activeElement)) opener()?.focus()
  }

  function walk(event: KeyboardEvent) {
    const all = items()
    const at = all.findIndex((item) => item.matches(':focus'))
    const next = nextIndex(event.key, at, all.length)
    if (event.key === 'Tab') menu.current?.hidePopover()
    if (next === null) return
    event.preventDefault()
    all.at(next)?.focus()
  }

  function close() {
    opener()?.focus()
    menu.current?.hidePopover()
  }

  return (
    <>
      {trigger({ popoverTarget: id, 'aria-haspopup': 'menu', 'aria-expanded': open })}
      <div
        ref={menu}
        id={id}
        popover="auto"
        onBeforeToggle={place}
        onToggle={moveFocus}
        className="fixed inset-auto m-0 max-h-[80dvh] min-w-62 overflow-y-auto rounded-control border bg-surface p-1.5 text-text shadow-3"
      >
        {header}
        <form>
          <div role="menu" tabIndex={-1} aria-label={label} onKeyDown={walk}>
            {groups.map((entries, index) => (
              <div
                key={entries[0]?.label}
                className={index > 0 || header ? '-mx-1.5 mt-1.5 border-t px-1.5 pt-1.5' : ''}
              >
                {entries.map((entry) => (
                  <Entry key={entry.label} entry={entry} close={close} />
                ))}
              </div>
            ))}
          </div>
        </form>
      </div>
    </>
  )
}

function Entry({ entry, close }: { entry: MenuEntry; close: () => void }) {
  const look = classes(
    'flex min-h-9 w-full items-center gap-2.5 rounded-[7px] px-2.5 text-left text-md hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2',
    'disabled:text-text-3 aria-disabled:text-text-3 pointer-coarse:min-h-11 [&_svg]:size-4.5 [&_svg]:flex-none [&_svg]:stroke-[1.75]',
    entry.danger ? 'text-bad-text' : '[&_svg]:text-text-2',
  )
  const content = (
    <>
      {entry.icon}
      <span className="flex-1">{entry.label}</span>
      {entry.aside}
      {'checked' in entry && entry.checked ? <Check /> : null}
    </>
  )
  if ('href' in entry) {
    return (
      <a role="menuitem" tabIndex={-1} href={entry.href} className={look} onClick={close}>
        {content}
      </a>
    )
  }
  function select() {
    close()
    if (!entry.disabled && 'onSelect' in entry) entry.onSelect()
  }
  return (
    <button
      // The browser opens the menu before React has loaded: a press until then runs as the form's action.
      type="submit"
      formAction={select}
      {...(entry.checked === undefined
        ? { role: 'menuitem' }
        : {
            role: entry.chooses === 'itself' ? 'menuitemcheckbox' : 'menuitemradio',
            'aria-checked': entry.checked,
          })}
      aria-disabled={entry.disabled}
      tabIndex={-1}
      className={look}
      onClick={(event) => {
        event.preventDefault()
        select()
      }}
    >
      {content}
    </button>
  )
}

const GAP = 6

/** Places the menu below or above the button, at its left or right edge, wherever the window has more room. */
function positionMenu(menu: HTMLElement, button: HTMLElement) {
  const box = button.getBoundingClientRect()
  const { clientWidth: width, clientHeight: height } = document.documentElement
  const below = box.top < height / 2
  const fromLeft = box.left < width / 2
  menu.style.top = below ? `${box.bottom + GAP}px` : 'auto'
  menu.style.bottom = below ? 'auto' : `${height - box.top + GAP}px`
  menu.style.left = fromLeft ? `${Math.max(8, box.left)}px` : 'auto'
  menu.style.right = fromLeft ? 'auto' : `${Math.max(8, width - box.right)}px`
}

function nextIndex(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}
