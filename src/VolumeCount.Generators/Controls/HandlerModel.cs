using VolumeCount.Generators.Collections;

namespace VolumeCount.Generators.Controls;

/// <summary>A method that handles a control.</summary>
/// <param name="TypeName">The type that has the method, as code refers to it from anywhere.</param>
/// <param name="MethodName">The method's name.</param>
/// <param name="Arguments">What the generated code passes to it.</param>
/// <param name="IsAwaited">Whether it returns a task of some kind.</param>
/// <param name="IsValueTask">Whether that is a <c>ValueTask</c>.</param>
internal sealed record HandlerModel(
    string TypeName, string MethodName, EquatableArray<string> Arguments, bool IsAwaited, bool IsValueTask);
