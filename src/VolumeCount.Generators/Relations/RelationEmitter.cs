using VolumeCount.Generators.Emission;

namespace VolumeCount.Generators.Relations;

/// <summary>Emits the statements that write the properties marked <c>[Parents]</c> and <c>[Adjacency]</c>.</summary>
internal static class RelationEmitter
{
    /// <summary>The statement that writes the ids of a property.</summary>
    public static string Statement(RelationModel relation)
    {
        // An id of several parts is given whole.
        var (start, end) = relation.Form.Parts.Count == 1 ? (relation.Form.Start, relation.Form.End) : ("", "");
        var method = relation.IsCollection ? "NodeIds" : "NodeId";
        var arguments = string.Join(
            ", ",
            CSharp.NameLiteral(relation.Name),
            CSharp.Member("node", relation.PropertyName),
            CSharp.NameLiteral(start),
            CSharp.NameLiteral(end));

        return $"writer.{method}({arguments});";
    }
}
