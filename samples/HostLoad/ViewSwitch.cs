namespace HostLoad;

/// <summary>Holds the view that the panel shows. Any thread may read and change it.</summary>
public sealed class ViewSwitch
{
    private volatile View _current = View.Cpu;

    /// <summary>The view that is shown.</summary>
    public View Current => _current;

    /// <summary>Shows a view; false if it was shown already.</summary>
    public bool TryShow(View view) => Interlocked.Exchange(ref _current, view) != view;
}
