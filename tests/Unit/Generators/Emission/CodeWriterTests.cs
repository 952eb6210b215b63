extern alias Generators;

using Generators::VolumeCount.Generators.Emission;

namespace VolumeCount.Tests.Unit.Generators.Emission;

public sealed class CodeWriterTests
{
    [Fact]
    public void Lines_InNestedBlocks_AreIndented()
    {
        var code = new CodeWriter();

        code.Block("a", () => code.Block("b", () => code.Lines("c\n    d")));

        Assert.Equal("a\n{\n    b\n    {\n        c\n            d\n    }\n}\n", code.ToString());
    }

    [Fact]
    public void EmptyLine_InABlock_HasNoSpaces()
    {
        var code = new CodeWriter();

        code.Block("a", () => code.Lines("b\n\nc"));

        Assert.Equal("a\n{\n    b\n\n    c\n}\n", code.ToString());
    }

    [Fact]
    public void LineEndings_OfAnySystem_AreLineFeeds()
    {
        var code = new CodeWriter();

        code.Lines("a\r\nb");

        Assert.Equal("a\nb\n", code.ToString());
    }
}
