import { seconds } from '#scripts/running/run-step.ts'

type Ready = { address: string; accounts: string[] }

export function printBanner({ address, accounts }: Ready, took: number): void {
  const lines = [`Koding Caravan is ready at ${address} (${seconds(took)})`]
  if (accounts.length > 0) lines.push(`Sign in as ${accounts.join(', ')}; password caravan-demo`)
  lines.push('Ctrl-C ends it and everything it has started.')
  console.info(`\n${lines.map((line) => `  ${line}`).join('\n')}\n`)
}
