import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Folders of `lib` from the lowest to the highest: a folder imports only from those before it. */
const libOrder = [
  // What everything is made of.
  'lib/kernel',
  'lib/time',
  // The outside systems.
  'lib/database',
  'lib/jobs',
  'lib/livekit',
  'lib/mail',
  // What a use case is given, and the process that has it.
  'lib/context',
  'lib/process',
  // The subjects.
  'lib/limits',
  'lib/audit',
  'lib/page-events',
  'lib/room-access',
  'lib/edit-conflicts',
  'lib/device-check',
  'lib/notices',
  'lib/identity',
  'lib/sessions',
  'lib/classroom',
  'lib/attendance',
  'lib/locations',
  'lib/classes',
  'lib/holidays',
  'lib/people',
  'lib/inbox',
  'lib/mailbox',
  'lib/exports',
  // All endpoints together, and the client that calls them.
  'lib/api',
  // The adapter to Next.
  'lib/http',
]

/** What people do in a class. No feature imports another one: what two of them need lies below. */
const features = [
  'chat',
  'device-check',
  'ended',
  'hands',
  'lobby',
  'moderation',
  'network',
  'pairing',
  'people',
  'preview',
  'shortcuts',
  'stage',
]

/** The same for `components/classroom`: controls, the room's state, features, pages. */
const classroomOrder = [
  'ui',
  'api',
  'livekit',
  'media',
  'room-state',
  'connection',
  'controls',
  ...features,
  'room',
  'companion',
  'room-display',
].map((folder) => `components/classroom/${folder}`)

/** The roots that each root may import from. Tests may also use `scripts`. */
const roots: Record<string, string[]> = {
  messages: [],
  lib: ['messages'],
  components: ['lib', 'messages'],
  worker: ['lib'],
  app: ['components', 'lib', 'messages', 'worker'],
  prisma: ['lib', 'scripts'],
  scripts: ['app', 'components', 'lib', 'messages', 'prisma', 'worker'],
  e2e: ['lib', 'messages', 'scripts'],
}

/** Packages of outside systems, and the folders that know them. Tools and tests may use any. */
const owners: [packages: RegExp, owner: string][] = [
  [
    /^(livekit-client|@livekit\/(components-react|components-core|track-processors))$/,
    'components/classroom',
  ],
  [/^(livekit-server-sdk|@livekit\/protocol)$/, 'lib/livekit'],
  [/^(pg|pg-copy-streams|@prisma\/.*)$/, 'lib/database'],
  [/^pg-boss$/, 'lib/jobs'],
  [/^nodemailer$/, 'lib/mail'],
]

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'|(?:^|\n)import '([^']+)'/g

/** Names that were replaced by standard terms (docs/glossary.md); neither code nor texts use them again. */
const formerNames = [
  ...['giveWord', 'takeWordBack', 'wordId', 'wordAt', 'hasWord', 'usePlaceInLine', 'tellPace'],
  ...['findDoor', 'findKnock', 'knockedAt', 'knockSeen', 'atTheDoor', 'AtTheDoor', 'SessionAtTheDoor'],
  ...['peopleAtTheDoor', 'toldAtTheDoor', 'forgetKnocks', 'doorOf', 'refuseOutsider', 'refuseKeptOut'],
  ...['HallDevice', 'hallDevice', 'createHall', 'HallVisit', 'pairHall', 'rememberedHall', 'hallGrants'],
  ...['createVisit', 'RoomFollower', 'createRoomFollower', 'KeptTracks', 'createKeptTracks', 'OwnMedia'],
  ...['narrowedAt', 'narrowRooms', 'settleRoom', 'settleRooms', 'judgeRoom', 'putOutOfRooms', 'clearLeavers'],
  ...['beginOrPause', 'begunAt', 'peopleWhoLead', 'leadsInside', 'trainsInside', 'mayLead', 'mayHelp'],
  ...['allHelps', 'helpsOf', 'promoteLine', 'promoteLines', 'leaveOwnLine', 'takeOutOfLine', 'lockLines'],
  ...['roomCapacity', 'roomSeatsTaken', 'noPlacesInRoom', 'wishesIn', 'standIns', 'findStandIns'],
  ...[
    'tellRoom',
    'tellPages',
    'tellChange',
    'countTold',
    'tellAt',
    'toldAt',
    'toldIn',
    'useNews',
    'NewsBulletin',
  ],
  ...['serverSentNews', 'listenToNews', 'composeLetters', 'writeLetter', 'MailboxLetter', 'storedEmail'],
  ...[
    'shownEmail',
    'finishAll',
    'atMostAtOnce',
    'planForGrowth',
    'standOnGround',
    'useToldAttempt',
    'useToldAction',
  ],
]

/** The same for folders, files and addresses. */
const formerSegments =
  /^(door|knocks?|hall|hall-devices?|halls|visit|follow|keys|over|order|waiting|word|nudges|reception|news|ground|leftovers)(\.|$)/

/** Units of time that lib/kernel/durations.ts names. */
const WRITTEN_UNIT = /\b(60_?000|3_?600_000|3600000|86_?400(_?000)?|24 \* 60|60 \* 60)\b/g

type Import = { from: string; to: string; typeOnly: boolean }

const product = ['lib', 'components', 'app', 'worker', 'messages']
const folders = [...Object.keys(roots)].map((root) => `${root}/**/*.{ts,tsx}`)
const files = globSync(folders, { cwd: import.meta.dirname }).filter(
  (file) => !file.startsWith('lib/database/generated/'),
)
const sources = new Map(files.map((file) => [file, readFileSync(join(import.meta.dirname, file), 'utf8')]))
const imports = [...sources].flatMap(([file, source]) => importsIn(file, source))

function importsIn(from: string, source: string): Import[] {
  return [...source.matchAll(IMPORT)].map(([, typeOnly, named, lazy, bare]) => ({
    from,
    to: target(from, named ?? lazy ?? bare ?? ''),
    typeOnly: Boolean(typeOnly),
  }))
}

/** A path from the project's root, or the name of a package. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file)
}

function rootOf(path: string): string {
  return path.split('/', 1)[0] ?? ''
}

/** The place of a file in an order of folders; -1 where none of them holds it. */
function placeIn(order: string[], path: string): number {
  return order.findIndex((folder) => path.startsWith(`${folder}/`))
}

/** Imports between two folders of an order that do not go downwards. */
function upwards(order: string[], all: Import[]): string[] {
  return all
    .filter(({ from }) => !isTest(from))
    .filter(({ from, to }) => {
      const [own, other] = [placeIn(order, from), placeIn(order, to)]
      return own >= 0 && other > own
    })
    .map(sentenceOf)
}

/**
 * Folders of the product that import each other, directly or in a circle. A folder is where a file lies: what is in
 * a folder below counts as another one.
 */
function circles(all: Import[]): string[][] {
  const next = new Map<string, Set<string>>()
  for (const { from, to } of all) {
    const [own, other] = [dirname(from), dirname(to)]
    const ordered = [from, to].every((path) => /^(lib|components|worker)\//.test(path) && !isTest(path))
    if (ordered && own !== other && !other.includes('/generated'))
      next.set(own, (next.get(own) ?? new Set()).add(other))
  }
  const reached = (start: string) => {
    const found = new Set<string>()
    const waiting = [...(next.get(start) ?? [])]
    for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
      if (!found.has(folder)) waiting.push(...(next.get(folder) ?? []))
      found.add(folder)
    }
    return found
  }
  const reach = new Map([...next.keys()].map((folder) => [folder, reached(folder)]))
  const inCircle = [...reach.keys()].filter((folder) => reach.get(folder)?.has(folder))
  const together = inCircle.map((folder) =>
    inCircle.filter((other) => reach.get(folder)?.has(other) && reach.get(other)?.has(folder)),
  )
  return [...new Set(together.map((group) => group.sort().join()))].map((group) => group.split(','))
}

/** Imports of one feature of the classroom in another one. */
function betweenFeatures(all: Import[]): string[] {
  const paths = features.map((feature) => `components/classroom/${feature}`)
  return all
    .filter(({ from }) => !isTest(from))
    .filter(({ from, to }) => {
      const [own, other] = [placeIn(paths, from), placeIn(paths, to)]
      return own >= 0 && other >= 0 && own !== other
    })
    .map(sentenceOf)
}

/** Imports of a root that its own may not use. */
function crossing(all: Import[]): string[] {
  return all
    .filter(({ from, to }) => {
      const [own, other] = [rootOf(from), rootOf(to)]
      if (own === other || !(other in roots)) return false
      return !roots[own]?.includes(other) && !(isTest(from) && other === 'scripts')
    })
    .map(sentenceOf)
}

/** Imports of an outside system's package outside the folder that knows it. */
function trespassing(all: Import[]): string[] {
  return all
    .filter(({ from, to }) => {
      if (isTest(from) || !product.includes(rootOf(from))) return false
      return owners.some(([packages, owner]) => packages.test(to) && !from.startsWith(`${owner}/`))
    })
    .map(sentenceOf)
}

/** Units of time that a file writes as a number. */
function writtenUnits([file, source]: [file: string, source: string]): string[] {
  if (!/^(lib|components|app|worker)\//.test(file) || file === 'lib/kernel/durations.ts') return []
  return [...source.matchAll(WRITTEN_UNIT)].map(([unit]) => `${file} writes ${unit}`)
}

function sentenceOf({ from, to }: Import): string {
  return `${from} imports ${to}`
}

/** Files of lib that load a module of the server when they are loaded. Pages that render on the server ask for zones. */
function serverFiles(): Set<string> {
  const found = new Set(
    imports
      .filter(({ from, to }) => to === 'server-only' && !from.startsWith('lib/time/'))
      .map(({ from }) => from),
  )
  const loads = imports.filter(({ typeOnly, from }) => !typeOnly && rootOf(from) === 'lib')
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const { from, to } of loads) if (found.has(to)) found.add(from)
  }
  return found
}

describe('imports of the product', () => {
  test('are read from all of its files', () => {
    expect(files.length).toBeGreaterThan(1000)
    expect(imports).toContainEqual({
      from: 'lib/people/find-user.ts',
      to: 'lib/people/api.ts',
      typeOnly: true,
    })
  })

  test('go from a folder of lib only to those below it', () => {
    expect(upwards(libOrder, imports)).toEqual([])
  })

  test('go from a folder of the classroom only to those below it, and from no feature to another one', () => {
    expect([...upwards(classroomOrder, imports), ...betweenFeatures(imports)]).toEqual([])
  })

  test('make no circle between folders', () => {
    expect(circles(imports)).toEqual([])
  })

  test('come from folders that have a place in an order', () => {
    const ordered = [...libOrder, ...classroomOrder]
    const inFolder = /^(lib|components\/classroom)\/[^/]+\//
    expect(files.filter((file) => inFolder.test(file) && placeIn(ordered, file) < 0)).toEqual([])
  })

  test('go from one root only to those that it may use', () => {
    expect(crossing(imports)).toEqual([])
  })

  test("reach an outside system's package only from the folder that knows it", () => {
    expect(trespassing(imports)).toEqual([])
  })

  test('bring no use case into components: the page passes what it answered', () => {
    const server = serverFiles()
    expect(server).toContain('lib/people/find-user.ts')
    const brought = imports.filter(
      ({ from, to, typeOnly }) =>
        rootOf(from) === 'components' && rootOf(to) === 'lib' && !isTest(from) && !typeOnly && server.has(to),
    )
    expect(brought.map(sentenceOf)).toEqual([])
  })

  test('name a neighbour as ./name and anything else from its root', () => {
    const climbing = [...sources].filter(([, source]) => /from '\.\.\/|import\('\.\.\//.test(source))
    expect(climbing.map(([file]) => file)).toEqual([])
  })
})

describe('names', () => {
  test('that standard terms replaced are used nowhere', () => {
    const former = new RegExp(`\\b(${formerNames.join('|')})\\b`, 'g')
    const found = [...sources]
      .filter(([file]) => !/architecture|standard-names|clean-texts|canonical-zones/.test(file))
      .flatMap(([file, source]) => [...source.matchAll(former)].map(([name]) => `${file} says ${name}`))
    expect(found).toEqual([])
  })

  test('of folders, files and addresses are standard terms too', () => {
    const found = [...sources.keys()].filter((file) =>
      file.split('/').some((segment) => formerSegments.test(segment)),
    )
    expect(found).toEqual([])
  })
})

describe('units of time', () => {
  test('are written in lib/kernel/durations.ts alone', () => {
    expect([...sources].flatMap(writtenUnits)).toEqual([])
  })

  test.each(['60_000', '3_600_000', '86_400', '86_400_000', '24 * 60', '60 * 60'])('%s is found', (unit) => {
    expect(writtenUnits(['components/a.ts', `const PAUSE_MS = 2 * ${unit}\n`])).toHaveLength(1)
  })
})

describe('mechanisms of the room', () => {
  const inClassroom = [...sources].filter(
    ([file]) => file.startsWith('components/classroom/') && !/\.test\.tsx?$/.test(file),
  )
  const filesWith = (pattern: RegExp) =>
    inClassroom
      .filter(([, source]) => pattern.test(source))
      .map(([file]) => file)
      .sort()

  test('state is kept by one store helper, and read by its hook', () => {
    expect(filesWith(/new Set<\(\) => void>/)).toEqual([
      'components/classroom/livekit/room-events.ts',
      'components/classroom/ui/skippable-pause.ts',
      'components/classroom/ui/store.ts',
    ])
    expect(filesWith(/useSyncExternalStore\(/)).toEqual([
      'components/classroom/livekit/room-value.ts',
      'components/classroom/network/use-is-online.ts',
      'components/classroom/preview/join-column.tsx',
      'components/classroom/ui/store.ts',
      'components/classroom/ui/use-now-each-second.ts',
      'components/classroom/ui/use-screen-size.ts',
    ])
  })

  test("there are two contexts beside LiveKit's", () => {
    expect(filesWith(/createContext[<(]/)).toEqual([
      'components/classroom/room-state/room-services.ts',
      'components/classroom/room-state/stage-choices.ts',
    ])
  })
})

describe('addresses of the API', () => {
  test('are written in the definitions alone: components and pages call request() or addressOf()', () => {
    const found = [...sources]
      .filter(([file]) => /^(components|app)\//.test(file) && !/^app\/api\/|\.test\.tsx?$/.test(file))
      .filter(([, source]) => /['"`]\/api\/v1/.test(source))
    expect(found.map(([file]) => file)).toEqual([])
  })
})

describe('a forbidden import is found:', () => {
  const one = (from: string, specifier: string) => importsIn(from, `import { x } from '${specifier}'\n`)

  test.each([
    ['a lower subject knows a higher one', 'lib/sessions/a.ts', '#lib/classes/b.ts'],
    ['the kernel knows a subject', 'lib/kernel/a.ts', '#lib/identity/api.ts'],
    ['an outside system knows the context', 'lib/jobs/a.ts', '#lib/context/context.ts'],
  ])('%s', (_, from, specifier) => {
    expect(upwards(libOrder, one(from, specifier))).toHaveLength(1)
  })

  test.each([
    ['the connection knows a feature', 'components/classroom/connection/a.ts', 'chat/b.tsx'],
    ['a feature knows the page', 'components/classroom/chat/a.tsx', 'room/room-screen.tsx'],
    ['a feature knows another one', 'components/classroom/stage/a.tsx', 'chat/b.tsx'],
  ])('%s', (_, from, path) => {
    const imported = one(from, `#components/classroom/${path}`)
    expect(new Set([...upwards(classroomOrder, imported), ...betweenFeatures(imported)]).size).toBe(1)
  })

  test.each([
    ['lib knows components', 'lib/http/a.ts', '#components/ui/button.tsx'],
    ['a component knows a page', 'components/ui/a.tsx', '#app/layout.tsx'],
    ['the product knows a tool', 'app/page.tsx', '#scripts/up.ts'],
  ])('%s', (_, from, specifier) => {
    expect(crossing(one(from, specifier))).toHaveLength(1)
  })

  test.each([
    ['a page knows the room client', 'app/page.tsx', 'livekit-client'],
    ['a subject knows the database driver', 'lib/sessions/a.ts', '@prisma/client'],
  ])('%s', (_, from, specifier) => {
    expect(trespassing(one(from, specifier))).toHaveLength(1)
  })

  test('three folders make a circle', () => {
    const from = (folder: string, other: string) => one(`lib/${folder}/x.ts`, `#lib/${other}/y.ts`)
    const all = [...from('a', 'b'), ...from('b', 'c'), ...from('c', 'a'), ...from('d', 'a')]
    expect(circles(all)).toEqual([['lib/a', 'lib/b', 'lib/c']])
  })

  test('an import of several lines, a lazy one and a re-export are read', () => {
    const source =
      "import {\n  a,\n  b,\n} from '#lib/a.ts'\nexport { c } from './c.ts'\nvoid import('#lib/d.ts')\n"
    expect(importsIn('lib/x/y.ts', source).map(({ to }) => to)).toEqual([
      'lib/a.ts',
      'lib/x/c.ts',
      'lib/d.ts',
    ])
  })
})
