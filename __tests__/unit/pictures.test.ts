import { expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { hashOf, pictureTexts, published } from '../../scripts/picture-texts.mjs'
import { composeComment } from '../../src/report/comment/comment-body.ts'
import { renderSectionOf } from '../../src/report/comment/comment-section.ts'
import { renderMerged } from '../../src/merge/render-merged.ts'
import { renderMarkdown } from '../../src/report/summary/render-summary.ts'

const images = new URL('../../docs/images/', import.meta.url)
const texts = pictureTexts({ renderMarkdown, renderMerged, renderSectionOf, composeComment })

test.each(published)(
  'the picture %s shows what the report says today: else run node scripts/pictures.mjs',
  (name) => {
    const hashes = JSON.parse(readFileSync(new URL('pictures.json', images), 'utf8')) as Record<
      string,
      string
    >
    expect(hashes[name]).toBe(hashOf(texts[name] ?? ''))
    for (const scheme of ['light', 'dark'])
      expect(existsSync(new URL(`${name}-${scheme}.png`, images))).toBe(true)
  },
)
