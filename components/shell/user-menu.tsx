'use client'

import { ChevronsUpDown, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import type { Role } from '#lib/kernel/enums.ts'
import { saveTheme, type Theme, themes } from './theme.ts'
import { useTheme } from './use-theme.ts'

type UserMenuProps = {
  person: { id: string; name: string; role: Role }
  /** The zone's short name. */
  zone: string
  /** `wide` shows name, role and zone beside the picture. */
  wide?: boolean
}

/** The user's own account: a link to its settings, the theme, and signing out. */
export function UserMenu({ person, zone, wide }: UserMenuProps) {
  const t = useTranslations('shell')
  const common = useTranslations('common')
  const theme = useTheme()
  const roleAndZone = t('roleAndZone', { role: common(`roles.${person.role}`), zone })
  const account: MenuEntry = { label: t('account'), icon: <UserRound />, href: '/account' }
  const choices: MenuEntry[] = themes.map((choice) => ({
    label: t(`themes.${choice}`),
    icon: themeIcons[choice],
    checked: choice === theme,
    onSelect: () => saveTheme(choice),
  }))
  const leave: MenuEntry = { label: t('signOut'), icon: <LogOut />, onSelect: signOut }

  return (
    <Menu
      label={t('accountOf', { name: person.name })}
      groups={[[account], choices, [leave]]}
      header={
        <div className="px-2.5 py-1.5">
          <div className="font-medium">{person.name}</div>
          <div className="text-xs text-text-2">{roleAndZone}</div>
        </div>
      }
      trigger={(button) =>
        wide ? (
          <button
            type="button"
            {...button}
            className="flex w-full items-center gap-2.5 rounded-control p-2 text-left hover:bg-hover"
          >
            <Avatar id={person.id} name={person.name} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{person.name}</span>
              <span className="block text-xs text-text-2">{roleAndZone}</span>
            </span>
            <ChevronsUpDown className="size-3.75 flex-none text-text-3" />
          </button>
        ) : (
          <button
            type="button"
            {...button}
            aria-label={t('accountOf', { name: person.name })}
            className="grid min-h-8 min-w-8 place-items-center rounded-full pointer-coarse:min-h-11 pointer-coarse:min-w-11"
          >
            <Avatar id={person.id} name={person.name} />
          </button>
        )
      }
    />
  )
}

const themeIcons: Record<Theme, MenuEntry['icon']> = { system: <Monitor />, light: <Sun />, dark: <Moon /> }

async function signOut() {
  // Loaded on press: no page needs it for its first render.
  const { signOut } = await import('next-auth/react')
  await signOut({ callbackUrl: '/sign-in' })
}
