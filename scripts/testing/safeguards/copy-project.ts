import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
// This folder is ignored by git, the linter and vitest.
const copies = join(root, '.data/safeguards')
const notCopied = /^(\.git|\.data|\.next.*|test-results|node_modules)$/

/** Copies the working tree, so that its files can be changed. Packages are hard links. */
export function copyProject(name: string): string {
  const copy = join(copies, name)
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  for (const entry of readdirSync(root)) {
    if (!notCopied.test(entry)) transfer(join(root, entry), join(copy, entry), copyFileSync)
  }
  // Turbopack does not follow symbolic links out of the project.
  transfer(join(root, 'node_modules'), join(copy, 'node_modules'), linkSync)
  return copy
}

export function removeCopies(): void {
  rmSync(copies, { recursive: true, force: true })
}

function transfer(from: string, to: string, file: (from: string, to: string) => void): void {
  const type = lstatSync(from)
  if (type.isDirectory()) {
    mkdirSync(to)
    for (const entry of readdirSync(from)) transfer(join(from, entry), join(to, entry), file)
  } else if (type.isSymbolicLink()) symlinkSync(readlinkSync(from), to)
  else file(from, to)
}
