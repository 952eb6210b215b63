using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace VolumeCount.Scope.Controls;

/// <summary>A handler's response to Scope: empty, an error, or a report that Scope shows at once.</summary>
public sealed class ControlResponse
{
    private readonly string? _error;
    private readonly Action<IBufferWriter<byte>>? _writeReport;

    private ControlResponse(string? error = null, Action<IBufferWriter<byte>>? writeReport = null)
    {
        _error = error;
        _writeReport = writeReport;
    }

    /// <summary>The control succeeded: <c>{}</c>.</summary>
    public static ControlResponse Empty { get; } = new();

    /// <summary>The control failed: <c>{"error":"…"}</c>. Scope shows the text to the user who pressed the button.</summary>
    /// <param name="message">The reason.</param>
    public static ControlResponse Error(string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return new ControlResponse(error: message);
    }

    /// <summary>
    /// The control succeeded, and <paramref name="report"/> has the new state: <c>{"shortcutReport":{…}}</c>. Scope shows it
    /// without waiting for the next <c>GET /report</c>. The report must be complete: Scope forgets the controls that it does
    /// not contain.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="write">Writes the report: <c>Write</c> of its generated context.</param>
    public static ControlResponse Shortcut<TReport>(TReport report, Action<IBufferWriter<byte>, TReport> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return new ControlResponse(writeReport: output => write(output, report));
    }

    /// <summary>Writes the body of the response.</summary>
    /// <param name="output">The buffer for it.</param>
    public void WriteTo(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (_error is not null)
        {
            output.Write("{\"error\":\""u8);
            Encoding.UTF8.GetBytes(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(_error), output);
            output.Write("\"}"u8);
        }
        else if (_writeReport is not null)
        {
            output.Write("{\"shortcutReport\":"u8);
            _writeReport(output);
            output.Write("}"u8);
        }
        else
        {
            output.Write("{}"u8);
        }
    }
}
