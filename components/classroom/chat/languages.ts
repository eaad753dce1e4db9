/** The names of languages by their info string after a fence. */
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

/** Languages offered for a block of code. */
export const offeredLanguages = ['ts', 'js', 'python', 'html', 'css', 'json', 'sh', 'java', 'sql']

export function languageTitle(language: string): string | undefined {
  return titles[language.toLowerCase()]
}
