import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ExpectedError } from '#scripts/running/expected-error.ts'

type Account = { uid: number; gid: number }

/** Starts PostgreSQL's programs. PostgreSQL refuses to run as root, so root switches to a separate account. */
export type Launcher = {
  command(program: string, args: string[]): { file: string; args: string[]; account: Partial<Account> }
  grantAccess(path: string): void
}

/**
 * @param paths folders that PostgreSQL must access: its programs and its data
 * @throws ExpectedError if root cannot switch to another account
 */
export function findLauncher(paths: string[]): Launcher {
  if (process.getuid?.() !== 0)
    return { command: (file, args) => ({ file, args, account: {} }), grantAccess: () => {} }
  const account = findAccount() ?? createAccount()
  const give = (path: string) => chownSync(path, account.uid, account.gid)
  if (paths.every(isOpenToOthers))
    return { command: (file, args) => ({ file, args, account }), grantAccess: give }
  // The account cannot enter a clone below /root or in a private temporary folder, so it gets root's right to do so.
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(existsSync)
  if (!setpriv) {
    throw new ExpectedError(
      `PostgreSQL does not run as root, and its account cannot enter ${paths[0]}: clone into a folder that others may read, start as an ordinary user, or set DATABASE_URL.`,
    )
  }
  const lend = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ]
  return {
    command: (program, args) => ({ file: setpriv, args: [...lend, program, ...args], account: {} }),
    grantAccess: give,
  }
}

function findAccount(): Account | null {
  try {
    return { uid: readId('-u'), gid: readId('-g') }
  } catch {
    return null
  }
}

function createAccount(): Account {
  try {
    execFileSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' })
    execFileSync('useradd', ['--system', '--gid', 'postgres', 'postgres'], { stdio: 'ignore' })
    return { uid: readId('-u'), gid: readId('-g') }
  } catch {
    throw new ExpectedError(
      'PostgreSQL does not run as root, and an account for it could not be made: start as an ordinary user, or set DATABASE_URL.',
    )
  }
}

function readId(which: '-u' | '-g'): number {
  return Number(
    execFileSync('id', [which, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
}

function isOpenToOthers(path: string): boolean {
  const mayEnter = (statSync(path).mode & 0o001) !== 0
  return mayEnter && (dirname(path) === path || isOpenToOthers(dirname(path)))
}
