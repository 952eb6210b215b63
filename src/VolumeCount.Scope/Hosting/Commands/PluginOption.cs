using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace VolumeCount.Scope.Hosting.Commands;

/// <summary>
/// Creates options of a plugin's commands. An option can have an environment variable as well; the command line overrides
/// it, and an empty variable counts as unset.
/// </summary>
public static class PluginOption
{
    private const int MaxSeconds = 24 * 60 * 60;

    /// <summary>Creates an option.</summary>
    /// <param name="name">Its name, such as <c>--window</c>.</param>
    /// <param name="helpName">The name of its value in the help, such as <c>SECONDS</c>.</param>
    /// <param name="variable">Its environment variable; null without one.</param>
    /// <param name="defaultValue">Its default, as a user would write it.</param>
    /// <param name="description">The description of its value.</param>
    /// <param name="parse">
    /// Parses a value. It throws a <see cref="FormatException"/> whose message completes the sentence "'value' …", such as
    /// "is empty. Name a folder".
    /// </param>
    /// <returns>The option.</returns>
    public static Option<T> Create<T>(
        string name, string helpName, string? variable, string defaultValue, string description, Func<string, T> parse)
    {
        ArgumentNullException.ThrowIfNull(parse);

        return new Option<T>(name)
        {
            Description = variable is null ? description : $"{description} (or {variable})",
            HelpName = helpName,
            CustomParser = result => Parse(result, result.Tokens.Single().Value, name),
            DefaultValueFactory = result =>
                variable is not null
                && IsUsed(result)
                && Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
                    ? Parse(result, value, variable)
                    : parse(defaultValue),
        };

        T Parse(ArgumentResult result, string text, string source)
        {
            try
            {
                return parse(text);
            }
            catch (FormatException e)
            {
                result.AddError($"{source}: '{text}' {e.Message}.");
                return default!;
            }
        }
    }

    // The root command has the options of `serve`, and its options are parsed for each of its subcommands, which do not use
    // them.
    private static bool IsUsed(ArgumentResult result) =>
        result.Parent?.Parent is not CommandResult command || !command.Children.OfType<CommandResult>().Any();

    /// <summary>Creates an option whose value is a time in seconds, up to a day.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="variable">Its environment variable; null without one.</param>
    /// <param name="defaultValue">Its default.</param>
    /// <param name="minSeconds">The shortest time, in seconds.</param>
    /// <param name="description">The description of its value.</param>
    /// <returns>The option.</returns>
    public static Option<double> Seconds(
        string name, string? variable, TimeSpan defaultValue, int minSeconds, string description) =>
        Create(
            name, "SECONDS", variable, defaultValue.TotalSeconds.ToString(CultureInfo.InvariantCulture), description,
            text => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                && seconds >= minSeconds && seconds <= MaxSeconds
                    ? seconds
                    : throw new FormatException(
                        $"is not a valid time. Use a number of seconds from {minSeconds} to {MaxSeconds}"));

    /// <summary>Creates an option whose value is a member of an enumeration, which is written in lower case.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="variable">Its environment variable; null without one.</param>
    /// <param name="defaultValue">Its default.</param>
    /// <param name="description">The description of its value.</param>
    /// <param name="helpName">The name of its value in the help; by default, all members.</param>
    /// <returns>The option.</returns>
    public static Option<T> OneOf<T>(
        string name, string? variable, T defaultValue, string description, string? helpName = null)
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetNames<T>().Select(ToLower)];
        return Create(
            name, helpName ?? string.Join('|', words), variable, ToLower(defaultValue.ToString()), description,
            text => words.Contains(text, StringComparer.OrdinalIgnoreCase)
                ? Enum.Parse<T>(text, ignoreCase: true)
                : throw new FormatException($"is not known. Use one of: {string.Join(", ", words)}"));

        static string ToLower(string member) => member.ToLowerInvariant();
    }
}
