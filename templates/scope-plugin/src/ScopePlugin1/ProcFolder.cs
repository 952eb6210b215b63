using System.Globalization;

namespace ScopePlugin1;

/// <summary>Reads the kernel's files about processes.</summary>
internal static class ProcFolder
{
    /// <summary>Reads a value of each process. A process that ends meanwhile is left out.</summary>
    /// <param name="read">Reads the value from the process's folder; null leaves the process out.</param>
    public static IEnumerable<T> ReadAll<T>(Func<int, string, T?> read)
        where T : class
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && TryRead(pid, folder, read) is { } process)
            {
                yield return process;
            }
        }
    }

    private static T? TryRead<T>(int pid, string folder, Func<int, string, T?> read)
        where T : class
    {
        try
        {
            return read(pid, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
