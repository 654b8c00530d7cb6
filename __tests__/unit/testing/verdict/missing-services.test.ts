import { expect, test } from '@jest/globals'
import { describeNeeds } from '../../../../src/testing/verdict/missing-services.ts'

test.each([
  {
    missed:
      "Microsoft.Playwright.PlaywrightException : Executable doesn't exist at /root/.cache/ms-playwright/chromium-1091/chrome-linux/chrome",
    advice: /no browser/,
  },
  {
    missed: 'System.InvalidOperationException : Unable to open display, is the X server running?',
    advice: /xvfb/,
  },
  {
    missed:
      'System.Globalization.CultureNotFoundException : Only the invariant culture is supported in globalization-invariant mode.',
    advice: /INVARIANT=false/,
  },
  {
    missed:
      "System.TimeZoneNotFoundException : The time zone ID 'W. Europe Standard Time' was not found on the local computer.",
    advice: /tzdata/,
  },
  {
    missed:
      "System.DllNotFoundException : Unable to load shared library 'libgdiplus' or one of its dependencies.",
    advice: /native library/,
  },
  {
    missed: 'Npgsql.NpgsqlException : Failed to connect to 127.0.0.1:5432: Connection refused',
    advice: /database/,
  },
])('of tests that miss something it is said what to do: $missed', ({ missed, advice }) => {
  expect(describeNeeds(['Assert.Equal() Failure', undefined, missed])).toMatch(advice)
})

test('nothing is said of tests that miss nothing', () => {
  expect(describeNeeds(['Assert.Equal() Failure', undefined])).toBeUndefined()
})
