using VolumeCount.Scope.Controls;

namespace VolumeCount.Scope;

/// <summary>
/// Shows a button in a node's panel: an entry in the <c>controls</c> of the topology, and one in the node's
/// <c>latestControls</c>. It makes the plugin a <c>controller</c>, to which Scope sends <c>POST /control</c> when a user
/// presses the button.
/// </summary>
/// <remarks>
/// <para>
/// The property is a <see cref="bool"/>: whether the control can be used now. If it cannot, the control is <c>dead</c>, and
/// Scope hides its button. Null leaves the control out.
/// </para>
/// <para>
/// The handler is a static method of the same class. It takes, in any order, a <see cref="ControlRequest"/>, a
/// <see cref="CancellationToken"/> and services of the host, each of them optional, and returns a
/// <see cref="ControlResponse"/>, or a <see cref="Task{TResult}"/> or <see cref="ValueTask{TResult}"/> of one. Scope waits
/// 500 ms for it.
/// </para>
/// <para>
/// Scope removes its own buttons from every node that a controller reports: on a container these are attach, exec, restart,
/// pause and stop. Scope shows buttons only on nodes with a <c>control_probe_id</c>. Scope's own probe reports one for
/// containers, hosts, services of Amazon's container service, and everything in Kubernetes except replica sets and
/// namespaces. Other nodes need the <c>probe_id</c> of the request for the report, in a <see cref="MetadataAttribute"/>
/// property that is <see cref="MetadataAttribute.Hidden"/>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Control(Human = "Switch to idle", Icon = "fa-gears", Handler = nameof(SwitchToIdle))]
/// public required bool CanSwitchToIdle { get; init; }
///
/// internal static ControlResponse SwitchToIdle(CpuMode mode)
/// {
///     mode.ShowsIdle = true;
///     return ControlResponse.Empty;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ControlAttribute : Attribute
{
    /// <summary>
    /// The control's <c>id</c>, which is a part of a web address and must not contain <c>; / ? # % + \</c>. By default the
    /// property's name in snake case.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The control's <c>human</c>: the button's tool tip. By default the property's name in words.</summary>
    public string? Human { get; init; }

    /// <summary>
    /// The control's <c>icon</c>: a name of Font Awesome 4, such as <c>fa-clock-o</c>. By default, the button has no icon.
    /// </summary>
    public string? Icon { get; init; }

    /// <summary>The control's <c>rank</c>: a lower one is further to the left.</summary>
    public int Rank { get; init; }

    /// <summary>
    /// The control's <c>confirmation</c>: the question that Scope asks before it sends the request. Scope does not ask if
    /// this is empty.
    /// </summary>
    public string? Confirmation { get; init; }

    /// <summary>The name of the method that handles the control. Every control has one.</summary>
    public string? Handler { get; init; }
}
