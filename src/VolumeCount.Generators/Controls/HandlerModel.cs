using VolumeCount.Generators.Collections;

namespace VolumeCount.Generators.Controls;

/// <summary>A method that handles a control.</summary>
/// <param name="TypeName">The type that has the method, as code refers to it from anywhere.</param>
/// <param name="MethodName">The method's name.</param>
/// <param name="Arguments">What the generated code passes to it.</param>
/// <param name="IsValueTask">Whether it returns a <c>ValueTask</c>, and not a <c>Task</c> or the response itself.</param>
internal sealed record HandlerModel(
    string TypeName, string MethodName, EquatableArray<string> Arguments, bool IsValueTask);
