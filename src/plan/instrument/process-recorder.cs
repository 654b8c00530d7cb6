using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Reflection;

/// <summary>
/// Writes down each .NET process of a testing RUN: what started it, when, where, with which arguments, and what it ended with.
/// .NET loads it by DOTNET_STARTUP_HOOKS before Main; it never prints, and no trouble of it is one of the tests.
/// </summary>
internal static class StartupHook
{
    /// <summary>Names of the assemblies that a program with tests refers to.</summary>
    private static readonly string[] frameworks = { "xunit.v3.core", "xunit.v3.runner.inproc.console", "nunit.framework", "nunitlite", "MSTest.TestFramework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "TUnit.Core", "Microsoft.Testing.Platform", "Expecto", "Fixie" };
    private static readonly DateTime started = DateTime.UtcNow;
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
            string environment = HashOfEnvironment();
            // Whatever it starts, also by a shell in between, has it for its parent.
            Environment.SetEnvironmentVariable("DOTNET_CONTAINER_PARENT", id);
            KeepResultsApart(parent, id);
            string arguments = string.Join("\0", Environment.GetCommandLineArgs());
            // The same as that option.
            if (Environment.GetEnvironmentVariable("TESTINGPLATFORM_EXITCODE_IGNORE") != null) arguments += "\0--ignore-exit-code";
            string framework = TestFramework();
            if (framework != "" && File.Exists(Path.Combine(AppDomain.CurrentDomain.BaseDirectory, "NUnit3.TestAdapter.dll"))) KeepErrors(place, id);
            File.WriteAllText(place + id + ".start", string.Join("\0", parent, Now(), environment, framework, Environment.CurrentDirectory, arguments));
            EventHandler end = (sender, ended) =>
            {
                try
                {
                    if (!isStopped) File.WriteAllText(place + id + ".end", Environment.ExitCode.ToString());
                    string[] words = Environment.GetCommandLineArgs();
                    if (framework != "" || Path.GetFileName(words[0]) == "vstest.console.dll") KeepResults(words);
                }
                catch (Exception) { }
            };
            AppDomain.CurrentDomain.ProcessExit += end;
            WatchForSignal();
            // The SDK ends itself with 0 when it is told to stop. Of those who wait for the signal the last one hears it first, of those who wait for the end last.
            AppDomain.CurrentDomain.AssemblyLoad += (sender, loaded) =>
            {
                try
                {
                    AppDomain.CurrentDomain.ProcessExit -= end;
                    AppDomain.CurrentDomain.ProcessExit += end;
                    WatchForSignal();
                }
                catch (Exception) { }
            };
        }
        catch (Exception) { }
    }

    /// <summary>What it writes goes into a folder with its name, so that it is known which process left which results.</summary>
    private static void KeepResultsApart(string parent, string id)
    {
        string folder = Environment.GetEnvironmentVariable("DOTNET_CONTAINER_RESULTS");
        if (string.IsNullOrEmpty(folder)) return;
        string own = Path.Combine(Path.GetFileName(folder) == parent ? Path.GetDirectoryName(folder) : folder, id);
        foreach (string name in new[] { "DOTNET_CONTAINER_RESULTS", "VSTestResultsDirectory", "VSTestLogger", "TestingPlatformCommandLineArguments" })
        {
            string value = Environment.GetEnvironmentVariable(name);
            if (value != null) Environment.SetEnvironmentVariable(name, value.Replace(folder, own));
        }
    }

    /// <summary>Copies the results that a runner left where the team wants them: the next one may write over them.</summary>
    private static void KeepResults(string[] arguments)
    {
        string own = Environment.GetEnvironmentVariable("DOTNET_CONTAINER_RESULTS");
        if (string.IsNullOrEmpty(own)) return;
        string directory = "TestResults";
        List<string> files = new List<string>();
        for (int at = 0; at < arguments.Length; at++)
        {
            int name = arguments[at].IndexOf("trx", StringComparison.OrdinalIgnoreCase) < 0 ? -1 : arguments[at].IndexOf("LogFileName=");
            if (name >= 0) files.Add(arguments[at].Substring(name + 12).Split(';')[0]);
            if (at > 0 && arguments[at - 1] == "-trx") files.Add(arguments[at]);
            if (arguments[at].StartsWith("--resultsDirectory:")) directory = arguments[at].Substring(19);
            if (at > 0 && arguments[at - 1] == "--results-directory") directory = arguments[at];
        }
        if (Directory.Exists(directory)) files.AddRange(Directory.GetFiles(directory, "*.trx"));
        foreach (string named in files)
        {
            string file = File.Exists(named) ? named : Path.Combine(directory, named);
            bool isNew = File.Exists(file) && File.GetLastWriteTimeUtc(file) >= started && !file.StartsWith(Path.GetDirectoryName(own));
            if (isNew) File.Copy(file, Path.Combine(Directory.CreateDirectory(own).FullName, Path.GetFileName(file)), true);
        }
    }

    /// <summary>The framework for tests that the program is built with: then it runs tests itself. Empty for every other one.</summary>
    private static string TestFramework()
    {
        Assembly program = Assembly.GetEntryAssembly();
        if (program == null) return "";
        foreach (AssemblyName one in program.GetReferencedAssemblies())
            if (Array.IndexOf(frameworks, one.Name) >= 0) return one.Name;
        return "";
    }

    /// <summary>
    /// NUnit tells nobody but Microsoft.Testing.Platform's own log that a teardown failed, and `dotnet test` does not show that. It is written beside the processes.
    /// </summary>
    private static void KeepErrors(string place, string id)
    {
        if (Environment.GetEnvironmentVariable("TESTINGPLATFORM_DIAGNOSTIC") != null) return;
        Environment.SetEnvironmentVariable("TESTINGPLATFORM_DIAGNOSTIC", "1");
        Environment.SetEnvironmentVariable("TESTINGPLATFORM_DIAGNOSTIC_VERBOSITY", "Error");
        Environment.SetEnvironmentVariable("TESTINGPLATFORM_DIAGNOSTIC_OUTPUT_DIRECTORY", Path.GetDirectoryName(place));
        Environment.SetEnvironmentVariable("TESTINGPLATFORM_DIAGNOSTIC_OUTPUT_FILEPREFIX", Path.GetFileName(place) + id);
    }

    /// <summary>The same number for attempts at the same; none of the variables can be read from it.</summary>
    private static string HashOfEnvironment()
    {
        List<string> all = new List<string>();
        foreach (DictionaryEntry one in Environment.GetEnvironmentVariables())
            if (!one.Key.Equals("_")) all.Add(one.Key + "=" + one.Value);
        all.Sort(string.CompareOrdinal);
        ulong hash = 14695981039346656037;
        foreach (char letter in string.Join("\0", all)) hash = (hash ^ letter) * 1099511628211;
        return hash.ToString("x");
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
        IDisposable before = registration as IDisposable;
        registration = create.Invoke(null, new[] { signal, Delegate.CreateDelegate(parameters[1].ParameterType, handler) });
        if (before != null) before.Dispose();
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
