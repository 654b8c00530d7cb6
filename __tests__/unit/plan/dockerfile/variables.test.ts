import { expect, test } from '@jest/globals'
import {
  expandVariables,
  expandWord,
  hasVariables,
  splitWords,
} from '../../../../src/plan/dockerfile/variables.ts'

const variables = new Map([
  ['TAG', '10.0'],
  ['EMPTY', ''],
  ['OTHER', '$TAG'],
])

test.each([
  { name: 'a name', text: 'sdk:$TAG', expanded: 'sdk:10.0' },
  { name: 'a name in braces', text: 'sdk:${TAG}-alpine', expanded: 'sdk:10.0-alpine' },
  { name: 'a name that ends at a sign', text: '$TAG-$TAG/$TAG.x', expanded: '10.0-10.0/10.0.x' },
  { name: 'a longer name that is not known', text: '$TAGS', expanded: '$TAGS' },
  { name: 'an unknown name', text: 'sdk:${NOPE}', expanded: 'sdk:${NOPE}' },
  { name: 'an empty value', text: 'sdk${EMPTY}:x', expanded: 'sdk:x' },
  { name: 'a default that is not needed', text: '${TAG:-9}', expanded: '10.0' },
  { name: 'a default for an unknown name', text: '${NOPE:-9}', expanded: '9' },
  { name: 'a default for an empty value', text: '${EMPTY:-9}', expanded: '9' },
  { name: 'a default for unset names alone', text: 'x${EMPTY-9}', expanded: 'x' },
  { name: 'a default with a variable in it', text: '${NOPE:-v${TAG}}', expanded: 'v10.0' },
  { name: 'a replacement for a set name', text: '${TAG:+set}', expanded: 'set' },
  { name: 'a replacement for an unknown name', text: 'x${NOPE:+set}', expanded: 'x' },
  { name: 'a value that looks like a variable', text: '$OTHER', expanded: '$TAG' },
  { name: 'a form that nobody knows here', text: '${TAG/10/9}', expanded: '${TAG/10/9}' },
  { name: 'a dollar sign alone', text: 'a$ b$', expanded: 'a$ b$' },
])('expands $name', ({ text, expanded }) => {
  expect(expandVariables(text, variables)).toBe(expanded)
})

test.each([
  { name: 'double quotes', word: '"sdk:$TAG"', expanded: 'sdk:10.0' },
  { name: 'single quotes, where nothing is expanded', word: "'sdk:$TAG'", expanded: 'sdk:$TAG' },
  { name: 'quotes in the middle', word: 'a"b c"\'$TAG\'$TAG', expanded: 'ab c$TAG10.0' },
  { name: 'no quotes', word: '$TAG', expanded: '10.0' },
])('reads a word with $name', ({ word, expanded }) => {
  expect(expandWord(word, variables)).toBe(expanded)
})

test.each([
  { name: 'nothing', text: '  ', words: [] },
  { name: 'words', text: 'a  b\tc', words: ['a', 'b', 'c'] },
  { name: 'quoted spaces', text: 'A="a b" \'c d\' e', words: ['A="a b"', "'c d'", 'e'] },
  { name: 'escaped spaces', text: 'a\\ b c', words: ['a\\ b', 'c'] },
  { name: 'an open quote', text: 'a "b c', words: ['a', '"b', 'c'] },
])('splits $name', ({ text, words }) => {
  expect(splitWords(text)).toEqual(words)
})

test.each([
  { text: 'sdk:${TAG}', has: true },
  { text: '$TAG', has: true },
  { text: 'a$', has: false },
  { text: 'a$.b', has: false },
  { text: 'sdk:10.0', has: false },
])('whether $text has a variable', ({ text, has }) => {
  expect(hasVariables(text)).toBe(has)
})
