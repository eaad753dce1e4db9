import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import ColouredCode from './coloured-code.tsx'

const line = 'const answer = "forty-two"\n'
const long = line.repeat(Math.ceil(1501 / line.length))

const shown = (code: string, language: string) =>
  renderToStaticMarkup(<ColouredCode code={code} language={language} />)

test.each([
  ['short code without a language', line, '', true],
  ['short code in an unknown language', line, 'cobol', true],
  ['long code in a known language', long, 'ts', true],
  ['long code without a language', long, '', false],
  ['long code in an unknown language', long, 'cobol', false],
])('%s', (_, code, language, inColours) => {
  const html = shown(code, language)
  expect(html.includes('<span')).toBe(inColours)
  expect(html.replaceAll(/<[^>]+>/g, '').replaceAll('&quot;', '"')).toBe(code)
})
