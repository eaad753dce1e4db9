import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { ExpectedError } from '#scripts/running/expected-error.ts'

/** Prompts for input in the terminal. @throws ExpectedError if it is not interactive */
export async function promptUser(question: string, { hidden = false } = {}): Promise<string> {
  if (!process.stdin.isTTY)
    throw new ExpectedError(`${question} is not known, and there is no terminal to ask at.`)
  process.stdout.write(`${question}: `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({
    input: process.stdin,
    output: hidden ? silent : process.stdout,
    terminal: true,
  })
  try {
    const answer = await lines.question('')
    if (hidden) process.stdout.write('\n')
    return answer.trim()
  } finally {
    lines.close()
  }
}
