using System.Text;

namespace VolumeCount.Tests.Unit.Commands;

/// <summary>Records what is written, for a test that reads it meanwhile.</summary>
internal sealed class RecordedScreen : TextWriter
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_gate)
            _text.Append(value);
    }

    public override string ToString()
    {
        lock (_gate)
            return _text.ToString();
    }
}
