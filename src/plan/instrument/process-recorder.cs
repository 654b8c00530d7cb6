using System;
using System.IO;
using System.Reflection;

/// <summary>
/// Writes down each .NET process of a testing RUN: what started it, when, where, with which arguments, and what it ended with.
/// .NET loads it by DOTNET_STARTUP_HOOKS before Main; it never prints, and no trouble of it is one of the tests.
/// </summary>
internal static class StartupHook
{
    private static bool isStopped;
    private static object registration;

    public static void Initialize()
    {
        try
        {
            string place = Environment.GetEnvironmentVariable("DOTNET_CONTAINER_PROCESSES");
            if (string.IsNullOrEmpty(place)) return;
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
                    if (!isStopped) File.WriteAllText(place + id + ".end", Environment.ExitCode.ToString());
                }
                catch (Exception) { }
            };
            WatchForSignal();
        }
        catch (Exception) { }
    }

    /// <summary>SIGTERM ends a process with an exit code of 0 in .NET's eyes. Since .NET 6 it can be seen, by types that .NET Standard has not.</summary>
    private static void WatchForSignal()
    {
        Type type = Type.GetType("System.Runtime.InteropServices.PosixSignalRegistration, System.Runtime.InteropServices");
        if (type == null) return;
        MethodInfo create = type.GetMethod("Create");
        ParameterInfo[] parameters = create.GetParameters();
        MethodInfo handler = typeof(StartupHook).GetMethod("OnSignal", BindingFlags.NonPublic | BindingFlags.Static);
        object signal = Enum.Parse(parameters[0].ParameterType, "SIGTERM");
        registration = create.Invoke(null, new[] { signal, Delegate.CreateDelegate(parameters[1].ParameterType, handler) });
    }

    private static void OnSignal(object context)
    {
        isStopped = true;
    }

    private static string Now()
    {
        return (DateTime.UtcNow.Ticks / TimeSpan.TicksPerMillisecond - 62135596800000).ToString();
    }
}
