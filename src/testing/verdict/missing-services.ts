import { dockerAdvice, noDocker } from '../failures/step-lacks.ts'

/** What .NET and the drivers of databases and queues say when no server answers. */
const noServer =
  /Connection refused|ECONNREFUSED|Name or service not known|Name does not resolve|Temporary failure in name resolution|No such host is known|network-related or instance-specific error|RedisConnectionException|BrokerUnreachableException/

const serverAdvice =
  'A build has no database and no other service. Keep tests that need one out of the test stage, for example with --filter, and run them in a ' +
  'job step after this one.'

/** What failed tests miss in a build or its image, by the words of who misses it, and what to do. The first that fits is told. */
const needs: readonly [words: RegExp, advice: string][] = [
  [noDocker, dockerAdvice],
  [
    /Executable doesn't exist at \S*ms-playwright|playwright\.ps1 install|cannot find (?:Chrome|Firefox) binary|Unable to (?:locate|obtain) (?:or obtain )?driver/i,
    'The image of the stage has no browser. Install it in a RUN above, for Playwright pwsh bin/…/playwright.ps1 install --with-deps, or run these tests in a job step after this one.',
  ],
  [
    /(?:cannot|can't|could not|unable to) open (?:X )?display|XOpenDisplay|DISPLAY environment variable/i,
    'A build has no display. Install xvfb in a RUN above and start the tests with it: xvfb-run dotnet test.',
  ],
  [
    /globalization[- ]invariant mode/i,
    'The image of the stage has no cultures. ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false, and install ICU (Alpine: apk add icu-libs icu-data-full).',
  ],
  [
    /TimeZoneNotFoundException|time zone ID '[^']*' was not found/i,
    'The image of the stage has no time zones, or they have other names there: install tzdata (apk add tzdata, apt-get install -y tzdata).',
  ],
  [
    /DllNotFoundException|Unable to load shared library/,
    'The image of the stage lacks a native library: install its package in a RUN above.',
  ],
  [noServer, serverAdvice],
]

/** What to do where messages of failed tests say that they miss what a build has not; undefined where none does. */
export function describeNeeds(messages: readonly (string | undefined)[]): string | undefined {
  return needs.find(([words]) => messages.some((message = '') => words.test(message)))?.[1]
}
