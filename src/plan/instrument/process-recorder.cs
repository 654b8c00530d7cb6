using System;
using System.IO;

/// <summary>
/// Writes down each .NET process of a testing RUN: what started it, when, where, with which arguments, and what it ended with.
/// .NET loads it by DOTNET_STARTUP_HOOKS before Main; it never prints, and no trouble of it is one of the tests.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        try
        {
            string place = Environment.GetEnvironmentVariable("DOTNET_CONTAINER_PROCESSES");
            string parent = Environment.GetEnvironmentVariable("DOTNET_CONTAINER_PARENT") ?? "";
            string id = Guid.NewGuid().ToString("N");
            // Whatever it starts, also by a shell in between, has it for its parent.
            Environment.SetEnvironmentVariable("DOTNET_CONTAINER_PARENT", id);
            string arguments = string.Join("\0", Environment.GetCommandLineArgs());
            File.WriteAllText(place + id + ".start", string.Join("\0", parent, Now(), Environment.CurrentDirectory, arguments));
            AppDomain.CurrentDomain.ProcessExit += (sender, ended) =>
            {
                try
                {
                    File.WriteAllText(place + id + ".end", Environment.ExitCode + "\0" + Now());
                }
                catch (Exception) { }
            };
        }
        catch (Exception) { }
    }

    private static string Now()
    {
        return (DateTime.UtcNow.Ticks / TimeSpan.TicksPerMillisecond - 62135596800000).ToString();
    }
}
