import { SaxesParser } from 'saxes'

/** An element of a small XML file, with its own text. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

/** Nothing that people write goes deeper. */
const maxDepth = 100

/** The root element of a text, if any; of a broken one with what stands in front of that, since MSBuild says later and better what is wrong. */
export function parseXmlTree(text: string): XmlElement | undefined {
  const parser = new SaxesParser({ xmlns: false })
  let root: XmlElement | undefined
  const open: XmlElement[] = []
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' }
    root ??= element
    if (open.length < maxDepth) open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  const addText = (piece: string): void => {
    const element = open.at(-1)
    if (element !== undefined) element.text += piece
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('error', (error) => {
    throw error
  })
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close()
  } catch {
    // What was read until here counts.
  }
  return root
}
