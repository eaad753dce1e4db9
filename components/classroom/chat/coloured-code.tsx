import bash from 'highlight.js/lib/languages/bash'
import css from 'highlight.js/lib/languages/css'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import python from 'highlight.js/lib/languages/python'
import sql from 'highlight.js/lib/languages/sql'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import { createLowlight } from 'lowlight'
import type { ReactNode } from 'react'

// The languages that the school teaches. Code in other languages has no colours.
const lowlight = createLowlight({ bash, css, java, javascript, json, python, sql, typescript, xml })

type Tree = ReturnType<typeof lowlight.highlight>

/** Maximum length for guessing the language, in characters. It tries each language: up to 0.2 s for a whole message. */
const LONGEST_GUESSED = 1500

/** Code with syntax colours; long code without a known language stays plain. */
export default function ColouredCode({ code, language }: { code: string; language: string }) {
  const tree = treeOf(code, language)
  return <code>{tree ? draw(tree.children) : code}</code>
}

function treeOf(code: string, language: string): Tree | null {
  if (lowlight.registered(language)) return lowlight.highlight(language, code)
  return code.length > LONGEST_GUESSED ? null : lowlight.highlightAuto(code)
}

function draw(nodes: Tree['children']): ReactNode[] {
  let at = 0
  return nodes.map((node) => {
    at += 1
    if (node.type === 'text') return node.value
    if (node.type !== 'element') return null
    const names = node.properties.className
    return (
      <span key={at} className={colours[Array.isArray(names) ? String(names[0]) : '']}>
        {draw(node.children)}
      </span>
    )
  })
}

const keyword = 'text-[#f5a54c]'
const value = 'text-[#9fd8a4]'
const name = 'text-[#8cc3fc]'
const quiet = 'text-[#969caf]'
const colours: Record<string, string> = {
  'hljs-keyword': keyword,
  'hljs-built_in': name,
  'hljs-type': name,
  'hljs-title': name,
  'hljs-attr': name,
  'hljs-attribute': name,
  'hljs-name': keyword,
  'hljs-tag': quiet,
  'hljs-selector-class': name,
  'hljs-string': value,
  'hljs-number': value,
  'hljs-literal': value,
  'hljs-regexp': value,
  'hljs-comment': quiet,
  'hljs-meta': quiet,
}
