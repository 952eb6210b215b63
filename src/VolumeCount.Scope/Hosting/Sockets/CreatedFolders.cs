namespace VolumeCount.Scope.Hosting.Sockets;

/// <summary>Creates a folder and its missing parents, and can remove those that it created.</summary>
internal sealed class CreatedFolders
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly Stack<string> _created = new();

    /// <summary>Creates the folder if it is missing, for its owner only. One that exists is left as it is.</summary>
    /// <exception cref="IOException">It cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be created here.</exception>
    public void Create(string folder)
    {
        if (Directory.Exists(folder))
            return;

        if (Path.GetDirectoryName(folder) is { } parent)
            Create(parent);

        Directory.CreateDirectory(folder, OwnerOnly);
        _created.Push(folder);
    }

    /// <summary>Removes the created folders that are still empty.</summary>
    public void Undo()
    {
        while (_created.TryPop(out var folder))
        {
            try
            {
                Directory.Delete(folder);
            }
            catch (IOException)
            {
                return;
            }
        }
    }
}
