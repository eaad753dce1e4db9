/** Lines of a CSV file without its byte order mark. */
export async function readLines(file: AsyncIterable<string>): Promise<string[]> {
  const whole = (await Array.fromAsync(file)).join('')
  return whole.replace('\uFEFF', '').trimEnd().split('\r\n')
}
