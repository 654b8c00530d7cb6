import { expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parseDockerfile } from '../../src/plan/dockerfile/parse-dockerfile.ts'

const run = promisify(execFile)

/** What `docker buildx build --call=targets,format=json` prints. */
interface TargetList {
  targets: {
    name?: string
    default?: boolean
    base?: string
    location: { ranges: { start: { line: number } }[] }
  }[]
}

/** One stage as both sides tell of it; `base` is left out where BuildKit shows it with its variables. */
interface Target {
  name: string | undefined
  base: string | undefined
  isDefault: boolean
  line: number | undefined
}

/** Runs docker in a folder with this Dockerfile and nothing else; gives what it printed, also when it fails. */
async function build(text: string, ...options: string[]): Promise<{ stdout: string; stderr: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'dotnet-container-targets-'))
  try {
    await writeFile(join(folder, 'Dockerfile'), text)
    return await run('docker', ['buildx', 'build', ...options, '.'], { cwd: folder })
  } catch (error) {
    return error as { stdout: string; stderr: string }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function targetsOfBuildKit(text: string): Promise<Target[]> {
  const { stdout, stderr } = await build(text, '--call=targets,format=json')
  if (!stdout.startsWith('{')) throw new Error(stderr)
  const { targets } = JSON.parse(stdout) as TargetList
  return targets.map(({ name, base, location, ...rest }) => ({
    name,
    base: base?.includes('$') ? undefined : base,
    isDefault: rest.default === true,
    line: location.ranges[0]?.start.line,
  }))
}

function targetsOfOurs(text: string, asBuildKit: readonly Target[]): Target[] {
  const { stages } = parseDockerfile(text, 'Dockerfile', [])
  return stages.map(({ name, base, firstLine, index }) => ({
    // BuildKit keeps names in lower case.
    name: name?.toLowerCase(),
    base: asBuildKit[index]?.base === undefined ? undefined : base,
    isDefault: index === stages.length - 1,
    line: firstLine,
  }))
}

const bom = '\uFEFF'

const corpus: { name: string; text: string }[] = [
  { name: 'one unnamed stage', text: 'FROM scratch\nCOPY a b\n' },
  { name: 'named stages', text: 'FROM sdk AS build\nFROM build AS test\nFROM aspnet AS final\n' },
  {
    name: 'an unnamed last stage',
    text: 'FROM sdk AS construct\nRUN x\nFROM aspnet\nCOPY --from=construct /a /b\n',
  },
  {
    name: 'unnamed stages that are copied from by number',
    text: 'FROM sdk\nRUN x\nFROM node\nFROM aspnet\nCOPY --from=0 /a /\nCOPY --from=1 /b /\n',
  },
  { name: 'everything in lower case', text: 'from sdk as build\nrun x\nfrom build as test\n' },
  { name: 'everything in mixed case', text: 'From sdk As Build\nRun x\nfRoM build aS tEsT\n' },
  { name: 'names with digits, dots, dashes and underscores', text: 'FROM a AS b.1_2-x\nFROM b.1_2-x\n' },
  { name: 'a stage with the name of its own image', text: 'FROM alpine AS alpine\nFROM alpine\n' },
  { name: 'a name that is used twice', text: 'FROM a AS x\nFROM b AS y\nFROM c AS X\nFROM x\n' },
  {
    name: 'a byte order mark and Windows line ends',
    text: `${bom}FROM sdk AS build\r\nRUN x \\\r\n  y\r\nFROM aspnet\r\n`,
  },
  { name: 'a byte order mark in front of an ARG', text: `${bom}ARG TAG=1\nFROM sdk:$TAG AS build\n` },
  { name: 'no line end at the end', text: 'FROM sdk AS build\nFROM aspnet' },
  { name: 'blank lines and spaces', text: '\n\n  FROM   sdk   AS   build  \n\n\t\n  FROM\taspnet\t\n\n' },
  {
    name: 'comments everywhere',
    text: '# one\nFROM sdk AS build\n  # FROM no AS no\nRUN a \\\n# FROM no\n  && b\n#FROM no\nFROM aspnet\n',
  },
  {
    name: 'a continuation with blank lines',
    text: 'FROM sdk AS build\nRUN a && \\\n\n  b && \\\n\n  c\nFROM aspnet\n',
  },
  {
    name: 'a FROM over several lines',
    text: 'FROM \\\n  --platform=linux/amd64 \\\n  sdk \\\n  AS build\nFROM aspnet\n',
  },
  { name: 'a keyword over several lines', text: 'FROM sdk AS build\nRU\\\nN x\nFROM aspnet\n' },
  {
    name: 'a here-document with FROM in it',
    text: 'FROM sdk AS build\nRUN <<EOF\nFROM no AS no\nRUN x\nEOF\nFROM aspnet\n',
  },
  {
    name: 'a quoted here-document with tabs',
    text: 'FROM sdk AS build\nRUN <<-"END" bash\n\tFROM no\n\tEND\nFROM aspnet\n',
  },
  {
    name: 'two here-documents in one COPY',
    text: 'FROM sdk AS build\nCOPY <<a <<b /dir/\nFROM no\na\nFROM no\nb\nFROM aspnet\n',
  },
  {
    name: 'a here-document as somebody’s input',
    text: 'FROM sdk AS build\nRUN cat <<EOF > /x && y\nFROM no\nEOF\nFROM aspnet\n',
  },
  {
    name: 'what only looks like a here-document',
    text: 'FROM sdk AS build\nRUN echo $((1<<2)) "<<EOF"\nFROM aspnet\n',
  },
  {
    name: 'a backtick as the escape character',
    text: '# escape=`\nFROM sdk AS build\nWORKDIR C:\\\nRUN a `\n  b\nFROM aspnet\n',
  },
  {
    name: 'an escape directive below a comment, which is none',
    text: '# hello\n# escape=`\nFROM sdk AS build\nRUN a \\\n  b\nFROM aspnet\n',
  },
  { name: 'a check directive', text: '# check=skip=all\nFROM sdk AS Build\nFROM aspnet\n' },
  {
    name: 'a platform from a variable',
    text: 'FROM --platform=$BUILDPLATFORM sdk AS build\nFROM --platform=$TARGETPLATFORM aspnet\n',
  },
  {
    name: 'ARGs above the first FROM',
    text: 'ARG TAG=1\nARG OS="a b"\nFROM sdk:$TAG AS build\nARG TAG\nFROM aspnet\n',
  },
  { name: 'ONBUILD', text: 'FROM sdk AS build\nONBUILD RUN dotnet test\nONBUILD COPY a b\nFROM aspnet\n' },
  {
    name: 'exec forms with brackets and quotes',
    text: 'FROM sdk AS build\nRUN ["sh", "-c", "echo FROM no"]\nSHELL ["/bin/bash", "-c"]\nFROM aspnet\nENTRYPOINT ["dotnet", "a.dll"]\n',
  },
  {
    name: 'all other instructions',
    text: 'FROM sdk AS build\nLABEL a="FROM no"\nENV A=1 B="x y"\nENV C d e\nEXPOSE 80/tcp\nVOLUME /v\nUSER 1\nHEALTHCHECK NONE\nSTOPSIGNAL 9\nMAINTAINER me\nFROM aspnet\n',
  },
]

test.each(corpus)('sees the stages of a Dockerfile as BuildKit does: $name', async ({ text }) => {
  const asBuildKit = await targetsOfBuildKit(text)
  expect(targetsOfOurs(text, asBuildKit)).toEqual(asBuildKit)
})

/** A registry that nobody can reach: BuildKit's error shows the reference that it made of FROM. */
const image = '127.0.0.1:1/x'

test.each([
  { name: 'no variable', text: `FROM ${image}:1\n` },
  { name: 'a default', text: `ARG TAG=1.0\nFROM ${image}:$TAG\n` },
  { name: 'defaults in quotes', text: `ARG A="1" B='2'\nFROM ${image}:\${A}-\${B}\n` },
  { name: 'a default with a space, beside another one', text: `ARG NOTE="a b" TAG=2\nFROM ${image}:$TAG\n` },
  { name: 'quotes in the middle of a word', text: `ARG TAG="1".'0'-x\nFROM ${image}:$TAG\n` },
  { name: 'a default that is made of another one', text: `ARG A=1\nARG B=\${A}.0\nFROM ${image}:$B\n` },
  { name: 'a replacement for what is not set', text: `ARG A\nFROM ${image}:\${A:-9}\n` },
  { name: 'a replacement for what is empty', text: `ARG A=\nFROM ${image}:\${A:-9}\n` },
  { name: 'a replacement for unset variables alone', text: `ARG A=\nFROM ${image}:t\${A-9}\n` },
  { name: 'a replacement that is a variable', text: `ARG V=9\nFROM ${image}:\${W:-\${V}-x}\n` },
  { name: 'a word for what is set', text: `ARG A=1\nFROM ${image}:\${A:+set}\${B:+not}\n` },
  { name: 'an image in double quotes', text: `ARG T=1\nFROM "${image}:$T"\n` },
  {
    name: 'an ARG of a stage, which FROM does not see',
    text: `ARG T=1\nFROM scratch AS a\nARG T=2\nFROM ${image}:$T\n`,
  },
  { name: 'an ARG behind a comment sign', text: `ARG T=1 # one\nFROM ${image}:$T\n` },
  { name: 'a build argument that wins', text: `ARG T=1\nFROM ${image}:$T\n`, buildArgs: [['T', '2']] },
  {
    name: 'a build argument that nobody declares',
    text: `FROM ${image}:\${T:-1}\n`,
    buildArgs: [['T', '2']],
  },
] as { name: string; text: string; buildArgs?: [string, string][] }[])(
  'expands FROM as BuildKit does: $name',
  async ({ text, buildArgs = [] }) => {
    const options = buildArgs.flatMap(([key, value]) => ['--build-arg', `${key}=${value}`])
    const { stderr } = await build(text, ...options)
    const [, resolved] = /failed to resolve source metadata for (\S+): /.exec(stderr) ?? []
    expect(parseDockerfile(text, 'Dockerfile', buildArgs).stages.at(-1)?.base).toBe(resolved)
  },
)
