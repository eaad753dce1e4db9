import { availableParallelism } from 'node:os'
import { generateClient } from './dev-stack/database/generate-client.ts'
import { ExpectedError } from './running/expected-error.ts'
import { runScript, runStep, seconds } from './running/run-step.ts'
import { onShutdown, shutDown, shutDownOnSignals } from './running/shutdown.ts'
import { allSafeguards } from './testing/safeguards/all-safeguards.ts'
import { checkSafeguard, evaluate, type Verdict } from './testing/safeguards/check-safeguard.ts'
import { copyProject, removeCopies } from './testing/safeguards/copy-project.ts'
import { kindOf, runTests } from './testing/safeguards/run-tests.ts'
import type { Safeguard } from './testing/safeguards/tables/safeguard.ts'
import { startTestServices, type TestServices } from './testing/services.ts'

const MAX_AT_ONCE = 4

type Workspace = { copy: string; services: TestServices }

/**
 * `npm run test:safeguards [-- words]`: removes safeguards one at a time, each in a copy of the project, and fails if
 * a test does not notice. With words, only safeguards whose rule or file contains them.
 */
await runScript(async () => {
  const words = process.argv.slice(2).join(' ').toLowerCase()
  const chosen = allSafeguards.filter(({ rule, file }) => `${rule} ${file}`.toLowerCase().includes(words))
  if (chosen.length === 0) throw new ExpectedError(`No safeguard mentions "${words}".`)
  shutDownOnSignals()
  const begun = performance.now()
  try {
    await runStep('Database client ready', generateClient)
    const workspaces = await runStep('Copies of the project ready', openWorkspaces)
    await checkTests(chosen, workspaces)
    const faults = await removeAll(chosen, workspaces)
    console.info(
      `\n${chosen.length} safeguards, ${chosen.length - faults} noticed, ${faults} not (${seconds(performance.now() - begun)})`,
    )
    return faults === 0 ? 0 : 1
  } finally {
    await shutDown()
  }
})

async function openWorkspaces(): Promise<Workspace[]> {
  onShutdown(async () => removeCopies())
  const workspaces: Workspace[] = []
  for (let number = 1; number <= Math.min(MAX_AT_ONCE, availableParallelism()); number += 1) {
    const services = await startTestServices()
    onShutdown(services.stop)
    workspaces.push({ copy: copyProject(String(number)), services })
  }
  return workspaces
}

/** A test that fails on the unchanged code proves nothing. @throws ExpectedError */
async function checkTests(chosen: Safeguard[], [workspace]: Workspace[]): Promise<void> {
  if (!workspace) return
  const { copy, services } = workspace
  for (const kind of ['unit', 'integration', 'e2e'] as const) {
    const ofKind = chosen.filter(({ test }) => kindOf(test) === kind)
    if (ofKind.length === 0) continue
    await runStep(`Tests of ${ofKind.length} safeguards pass (${kind})`, async () => {
      const results = await runTests(
        copy,
        services,
        kind,
        ofKind.map(({ test }) => test),
      )
      for (const safeguard of ofKind) refuseUnlessPassing(safeguard, evaluate(safeguard, results))
    })
  }
}

function refuseUnlessPassing({ rule, test }: Safeguard, verdict: Verdict): void {
  if (verdict.kind === 'unnoticed') return
  const what = verdict.kind === 'noticed' ? `fails on the code as it is: ${verdict.fault}` : 'does not exist'
  throw new ExpectedError(`The test of "${rule}" ${what}\n  ${test.file} "${test.name}"`)
}

/** Each workspace takes the next safeguard from the list. @returns the number of unnoticed removals */
async function removeAll(chosen: Safeguard[], workspaces: Workspace[]): Promise<number> {
  const left = [...chosen]
  let faults = 0
  const work = async ({ copy, services }: Workspace) => {
    for (let safeguard = left.shift(); safeguard; safeguard = left.shift()) {
      const verdict = await checkSafeguard(copy, services, safeguard)
      if (verdict.kind !== 'noticed') faults += 1
      console.info(describe(safeguard, verdict))
    }
  }
  await Promise.all(workspaces.map(work))
  return faults
}

function describe({ rule, file, text, test }: Safeguard, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'noticed':
      return `✓ ${rule}\n    ${verdict.fault}`
    case 'unnoticed':
      return `✗ NOT NOTICED: ${rule}\n    ${file}: ${text}\n    ${test.file} "${test.name}" passes without it`
    case 'text-not-found':
      return `✗ TEXT NOT FOUND: ${rule}\n    ${file} has it ${verdict.times} times, not once: ${text}`
    case 'test-not-run':
      return `✗ TEST DID NOT RUN: ${rule}\n    ${test.file} "${test.name}"`
  }
}
