import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '../..')
const FOLDERS = ['app', 'components', 'lib', 'messages', 'prisma', 'public', 'worker']
const notBuilt = /\.test\.tsx?$|^lib\/database\/generated\//
// Excludes the generated client, which the schema represents, and configurations of test tools.
const rootFile = /^(?!vitest|playwright|knip|biome|server|next-env).+\.(ts|mts|mjs|json)$/

/** Hash of all inputs of the production build. */
export function hashSources(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of listSources()) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

export function hashFiles(files: string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function listSources(): string[] {
  const atRoot = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && rootFile.test(entry.name))
    .map(({ name }) => name)
  const inFolders = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap(listFolder)
  return [...atRoot, ...inFolders].filter((file) => !notBuilt.test(file)).sort()
}

function listFolder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}
