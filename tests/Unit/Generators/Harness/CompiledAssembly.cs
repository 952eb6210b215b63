using System.Buffers;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace VolumeCount.Tests.Unit.Generators.Harness;

/// <summary>An assembly that was compiled in the test, for as long as it writes a report.</summary>
internal static class CompiledAssembly
{
    /// <summary>Loads the assembly of a compilation, and returns the report that it writes.</summary>
    public static byte[] Write(Compilation compilation, Action<Assembly, ArrayBufferWriter<byte>> write)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            var output = new ArrayBufferWriter<byte>();
            write(context.LoadFromStream(image), output);
            return output.WrittenSpan.ToArray();
        }
        finally
        {
            context.Unload();
        }
    }
}
