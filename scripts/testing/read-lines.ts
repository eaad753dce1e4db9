/** A CSV file's lines, without the mark at its beginning. */
export async function readLines(file: AsyncIterable<string>): Promise<string[]> {
  const whole = (await Array.fromAsync(file)).join('')
  return whole.replace('\uFEFF', '').trimEnd().split('\r\n')
}
