import { createHash } from 'node:crypto'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { ExpectedError } from '#scripts/running/expected-error.ts'

/**
 * Downloads a release file and checks it against the SHA-256 in the release's `checksums.txt`.
 * @throws ExpectedError if the file cannot be fetched, is not listed, or has another checksum
 */
export async function downloadChecked(baseUrl: string, fileName: string): Promise<Buffer> {
  const [sums, file] = await Promise.all([
    fetchAll(`${baseUrl}/checksums.txt`),
    fetchAll(`${baseUrl}/${fileName}`),
  ])
  const published = findChecksum(sums.toString('utf8'), fileName)
  if (!published)
    throw new ExpectedError(`${baseUrl}/checksums.txt does not list ${fileName}, so it was not used.`)
  const found = createHash('sha256').update(file).digest('hex')
  if (found !== published) {
    throw new ExpectedError(
      `${fileName} has SHA-256 ${found}, its release says ${published}: it was not used. Try again later.`,
    )
  }
  return file
}

/** Parses lines `<sha256>  <file>`, as sha256sum writes them. */
export function findChecksum(sums: string, fileName: string): string | null {
  for (const line of sums.split('\n')) {
    const [sum, name] = line.trim().split(/\s+\*?/)
    if (name === fileName && sum && /^[0-9a-f]{64}$/i.test(sum)) return sum.toLowerCase()
  }
  return null
}

async function fetchAll(url: string): Promise<Buffer> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5 * MINUTE_MS) }).catch((error: unknown) => {
    throw new ExpectedError(`${url} cannot be reached (${error instanceof Error ? error.message : error}).`)
  })
  if (!answer.ok) throw new ExpectedError(`${url} answers ${answer.status}.`)
  return Buffer.from(await answer.arrayBuffer())
}
