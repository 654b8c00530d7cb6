import jest from 'eslint-plugin-jest'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** The way through the program (one direction): a room may import itself and the rooms before it. */
const rooms = ['inputs', 'plan', 'testing', 'build', 'measure', 'compare', 'smoke', 'deliver', 'report']

/** Adapters import no room at run time; rooms get them handed in and may only name their types. */
const adapters = ['docker', 'git', 'store', 'github']

/** @param {string[]} folders @param {string} message @param {boolean} allowTypes */
const forbid = (folders, message, allowTypes) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    {
      patterns: folders.map((folder) => ({
        regex: `/${folder}/`,
        message,
        allowTypeImports: allowTypes,
      })),
    },
  ],
})

export default defineConfig(
  { ignores: ['dist/', 'lib/', 'coverage/', 'examples/', '__tests__/fixtures/'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  ...rooms.map((room, index) => ({
    files: [`src/${room}/**`],
    rules: forbid(
      rooms.slice(index + 1),
      'A room never imports a later one: inputs → plan → testing → build → measure → compare → smoke → deliver → report.',
      false,
    ),
  })),
  {
    files: adapters.map((adapter) => `src/${adapter}/**`),
    rules: forbid(rooms, 'An adapter imports no room; it may only name a room’s types.', true),
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['__tests__/**/*.test.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: { 'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }] },
  },
  {
    // `fuzz` makes the test; what it checks depends on what was read.
    files: ['__tests__/fuzz/**/*.test.ts'],
    rules: { 'jest/no-standalone-expect': 'off', 'jest/no-conditional-expect': 'off' },
  },
)
