/** What languages are called, by what stands after a fence. */
const titles: Record<string, string> = {
  bash: 'Shell',
  css: 'CSS',
  html: 'HTML',
  java: 'Java',
  javascript: 'JavaScript',
  js: 'JavaScript',
  json: 'JSON',
  py: 'Python',
  python: 'Python',
  sh: 'Shell',
  sql: 'SQL',
  ts: 'TypeScript',
  typescript: 'TypeScript',
  xml: 'XML',
}

/** Those one chooses from. */
export const offeredLanguages = ['ts', 'js', 'python', 'html', 'css', 'json', 'sh', 'java', 'sql']

export function languageTitle(language: string): string | undefined {
  return titles[language.toLowerCase()]
}
