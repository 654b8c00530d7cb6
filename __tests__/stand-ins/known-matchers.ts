import type { MatcherFile } from './problem-matchers.ts'

const severity = '(error|warning|info|note|Error|Warning|Info)'

/**
 * Matchers in the manner of those that other actions leave to a job, each at least as wide as the one that it stands for, with a
 * line (or several) that it is for: setup-dotnet, setup-node (TypeScript, ESLint in two forms), setup-python, setup-go, setup-java, and C and Rust.
 */
const known: {
  owner: string
  severity?: string
  pattern: MatcherFile['problemMatcher'][number]['pattern']
  lines: string[]
}[] = [
  {
    owner: 'csc',
    pattern: [
      {
        regexp: String.raw`^(.*)\((\d+)(?:,\d+){0,3}\):\s+(error|warning)\s+([a-zA-Z]+\d+):\s*(.*?)\s+\[(.*?)\]$`,
        ...{ file: 1, line: 2, severity: 3, message: 5 },
      },
    ],
    lines: [
      '/src/Ledger/Program.cs(8,48): error CS0103: The name ‘missing0’ does not exist in the current context [/src/Ledger/Ledger.csproj]',
      'Program.cs(8): warning NU1603: Shop depends on Cart (>= 1.0.0) [/src/Shop.csproj::TargetFramework=net10.0]',
    ],
  },
  {
    owner: 'tsc',
    pattern: [
      {
        regexp: String.raw`^(?:\s+\d+>)?(\S.*)[(:](\d+)[,:](\d+)(?:\)\s*:\s+|\s+-\s+)${severity}\s+(\w{1,2}\d+)\s*:\s*(.*)$`,
        ...{ file: 1, line: 2, severity: 4, message: 6 },
      },
    ],
    lines: [
      "src/app.ts(5,3): error TS2304: Cannot find name 'x'.",
      "src/app.ts:5:3 - error TS2304: Cannot find name 'x'.",
      '/src/Program.cs(8,48): error CS0103: The name [/src/Ledger.csproj]',
    ],
  },
  {
    owner: 'eslint-stylish',
    pattern: [
      { regexp: String.raw`^\s*(\S.*)$`, file: 1 },
      {
        regexp: String.raw`^\s+(\d+):(\d+)\s+${severity}\s+(.*)\s\s+(.*)$`,
        ...{ line: 1, severity: 3, message: 4, loop: true },
      },
    ],
    lines: [
      '/src/web/app.js',
      "  3:5  error    'x' is not defined  no-undef",
      '  40:1  warning  Unexpected  no-console',
    ],
  },
  {
    owner: 'eslint-compact',
    pattern: [
      {
        regexp: String.raw`^(.+):\sline\s(\d+),\scol\s(\d+),\s${severity}\s-\s(.+)\s\((.+)\)$`,
        ...{ file: 1, line: 2, severity: 4, message: 5 },
      },
    ],
    lines: ["app.js: line 50, col 11, Error - 'x' is defined but never used. (no-unused-vars)"],
  },
  {
    owner: 'python',
    pattern: [
      { regexp: String.raw`^\s*File\s"(.*)",\sline\s(\d+),\sin\s(.*)$`, file: 1, line: 2 },
      { regexp: String.raw`^\s*raise\s(.*)\('(.*)'\)$`, message: 2 },
    ],
    lines: ['  File "/src/tool.py", line 12, in main', "    raise ValueError('no such file')"],
  },
  {
    owner: 'go',
    pattern: [
      {
        regexp: String.raw`((?:\.{0,2}[/\\]).+\.go):(?:(\d+):(\d+):)? (.*)`,
        ...{ file: 1, line: 2, message: 4 },
      },
    ],
    lines: ['./main.go:12:3: undefined: x', 'open /src/main.go: no such file or directory'],
  },
  {
    owner: 'java',
    pattern: [{ regexp: String.raw`^\s*Exception in thread "(.*)" (.*): (.*)$`, code: 2, message: 3 }],
    lines: ['Exception in thread "main" java.lang.IllegalStateException: not ready'],
  },
  {
    owner: 'gcc',
    pattern: [
      {
        regexp: String.raw`^(.*):(\d+):(?:(\d+):)?\s+(?:fatal\s+)?${severity}:\s+(.*)$`,
        ...{ file: 1, line: 2, severity: 4, message: 5 },
      },
    ],
    lines: [
      'native/main.c:12:3: error: ‘x’ undeclared',
      'src/App.java:3: warning: [removal] x in y has been deprecated',
    ],
  },
  {
    owner: 'rust',
    pattern: [
      { regexp: String.raw`^(warning|error)(?:\[(.*)\])?: (.*)$`, severity: 1, message: 3 },
      { regexp: String.raw`^\s+-->\s(.*):(\d+):(\d+)$`, file: 1, line: 2 },
    ],
    lines: ['error[E0425]: cannot find value `x` in this scope', ' --> src/main.rs:2:5'],
  },
  {
    owner: 'any-severity',
    pattern: [{ regexp: String.raw`\b${severity}\b ?\w*: (.*)$`, severity: 1, message: 2 }],
    lines: [
      '/src/Shop.csproj : error NU1101: Unable to find package Cart.',
      'error: pathspec ‘main’ did not match',
    ],
  },
]

/** All of them, as a job has them when it called all those actions. */
export const knownMatchers: MatcherFile = {
  problemMatcher: known.map(({ owner, pattern }) => ({ owner, pattern })),
}

/** What each is for. */
export const linesOfMatchers = known.map(({ owner, pattern, lines }) => ({
  owner,
  lines,
  file: { problemMatcher: [{ owner, pattern }] } satisfies MatcherFile,
}))
