import { describeGit, describeReadOnly, describeUser, isUntrusted, trustAdvice } from './ways-out.ts'
import type { WayOut } from './failure.ts'

/** Something that an image, or any step of a build, lacks, by the words of who misses it. */
export interface Lack {
  words: RegExp
  title: string
  wayOut: WayOut<RegExpExecArray>
  /** The words may be harmless unless the command ended with 127, as it does where a shell finds no program. */
  isOfExit127?: boolean
  /** Tests print such words themselves, and their verdict says how they ended. */
  isOfSteps?: boolean
  /** What was found names nothing: the way out begins with what does. */
  isVague?: boolean
  /** A command has to have printed it: of an engine that is gone docker's own client says the same. */
  isPrinted?: boolean
}

const lessMemory =
  'Give the builder more, or let the step take less: dotnet … -m:1 builds one project at a time, and parallel-build: false builds nothing while tests run.'

/** What Testcontainers, docker's client and libraries for its API say when no engine answers. */
export const noDocker =
  /Docker is either not running or misconfigured|Cannot connect to the Docker daemon|\/var\/run\/docker\.sock|DockerUnavailableException|docker_engine|sh: (?:\d+: )?docker: not found|(?:podman|docker-compose): not found|Docker endpoint|Could not find a valid Docker environment/

/** The way out for what wants Docker: a step of a build can't have it. */
export const dockerAdvice =
  'A build has no Docker: no engine, no socket, no other containers. Keep tests that start containers (Testcontainers) out of the test stage, ' +
  'for example with --filter, and run them in a job step after this one.'

/** What the drivers of databases alone say when no server answers. */
const noDatabase =
  /network-related or instance-specific error|(?:Npgsql|MySql|Redis|Mongo)\w*Exception\b.*(?:connect|refused|host)|BrokerUnreachableException/i

/** What no step of a build has, or what its machine lacks. */
export const stepLacks: readonly Lack[] = [
  {
    words:
      /\bout of memory\b|OutOfMemoryException|Cannot allocate memory|GC heap initialization failed|0x8007000E/i,
    isOfSteps: true,
    title: 'The build ran out of memory',
    wayOut: lessMemory,
  },
  {
    words: /exit(?:ed with)? code:? 137\b|^MSB4166 /,
    isOfSteps: true,
    title: 'A process of the build was killed',
    wayOut: `Most likely memory ran out. ${lessMemory}`,
  },
  {
    words: noDocker,
    isPrinted: true,
    title: 'A step of the build wants Docker',
    wayOut: dockerAdvice,
  },
  {
    words: noDatabase,
    isOfSteps: true,
    title: 'A step of the build wants a database',
    wayOut:
      'A build has no database and no other service. Do this where the container runs, or in a job step.',
  },
  {
    words: /no space left on device|not enough space on the disk/i,
    title: 'No space is left on the disk',
    wayOut:
      'Make room on the machine before this step, or let .dockerignore keep large folders (bin, obj, node_modules, .git) out of the build.',
  },
  {
    words: /Permission denied|Inadequate permissions|Access to the path '[^']+' is denied|\bEACCES\b/,
    title: 'The user of the stage has no permission',
    wayOut: describeUser,
  },
  {
    words: /Read-only file system|EROFS/,
    title: 'A mount can not be written',
    wayOut: describeReadOnly,
  },
  {
    words: /not a git repository|Cannot find the \.git directory/i,
    title: 'The stage has no Git history',
    wayOut: describeGit,
  },
  {
    words: /detected dubious ownership in repository at '([^']+)'/,
    title: 'Git does not trust the files of the stage',
    wayOut: (_, [, folder]) =>
      `They belong to another user than the one who runs git. Add above this RUN: RUN git config --global --add safe.directory ${folder ?? ''}`,
  },
  {
    words: /\bshallow (?:clone|repository)\b|is a shallow/i,
    title: 'The Git history is not complete',
    wayOut: 'actions/checkout fetches only the newest commit. Set fetch-depth: 0 for it.',
  },
  {
    words: isUntrusted,
    title: 'A certificate is not trusted in the stage',
    wayOut: ({ lines }) => [
      trustAdvice,
      ...(lines.some((line) => /\bnpm\b|yarn|pnpm/.test(line))
        ? ['node also wants its path: ENV NODE_EXTRA_CA_CERTS=…']
        : []),
    ],
  },
]
