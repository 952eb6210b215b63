using Microsoft.CodeAnalysis;
using VolumeCount.Generators.Diagnostics;
using VolumeCount.Generators.Metadata;
using VolumeCount.Generators.Symbols;
using VolumeCount.Generators.Tables;
using VolumeCount.Scope.Vocabulary;

namespace VolumeCount.Generators.Topologies;

/// <summary>
/// Finds keys of <c>latest</c> that clash. Scope takes every key that begins with a table's prefix for a value of that
/// table, and its app crashes at one that does not continue like a cell of a multi-column table.
/// </summary>
internal sealed class KeyRules(SymbolReader symbols, ITypeSymbol type, AttributedProperty topology, string topologyName)
{
    public void Check(NodeModel node)
    {
        foreach (var link in node.Metadata.Where(static metadata => metadata.IsLink))
            CheckTextId(node, link);

        foreach (var table in node.Tables.Where(static table => table.Prefix.Length > 0))
        {
            if (ReservedKeys.FirstWithPrefix(topologyName, table.Prefix) is { } key && !IsMeant(table))
            {
                symbols.Report(
                    DiagnosticDescriptors.PrefixReserved,
                    PropertyOf(AttributeNames.Table, table.PropertyName).Attribute.LocationOf("Prefix"),
                    table.PropertyName, table.Prefix, key, topologyName);
            }

            foreach (var metadata in node.Metadata.Where(metadata => metadata.From is "latest"))
            {
                if (metadata.Keys.FirstOrDefault(key => Begins(key, table)) is { } taken)
                    ReportTaken(AttributeNames.Metadata, "Id", metadata.PropertyName, taken, table);
            }

            // Two with the same id are reported as that.
            foreach (var other in node.Tables.Where(other => other.Id != table.Id && Begins(other.Prefix, table)))
            {
                // Of two that are the same, the second is at fault.
                if (other.Prefix != table.Prefix || IndexOf(node, other) > IndexOf(node, table))
                    ReportTaken(AttributeNames.Table, "Prefix", other.PropertyName, other.Prefix, table);
            }
        }
    }

    /// <summary>Whether the table has the prefix of one of Scope's own on purpose.</summary>
    private bool IsMeant(TableModel table) =>
        ReservedKeys.IsSharedPrefix(topologyName, table.Prefix)
        && PropertyOf(AttributeNames.Table, table.PropertyName).Attribute.Get<bool>("IsScopeKey");

    private void CheckTextId(NodeModel node, MetadataModel link)
    {
        if (node.Metadata.FirstOrDefault(other => other.Id == link.TextId) is not { } other)
            return;

        symbols.Report(
            DiagnosticDescriptors.TemplateIdTwice,
            PropertyOf(AttributeNames.Metadata, other.PropertyName).Attribute.LocationOf("Id"),
            other.PropertyName,
            other.Id,
            link.PropertyName,
            type.Name);
    }

    private void ReportTaken(string attribute, string argument, string property, string key, TableModel table) =>
        symbols.Report(
            DiagnosticDescriptors.PrefixTaken,
            PropertyOf(attribute, property).Attribute.LocationOf(argument),
            property,
            key,
            table.Prefix,
            table.PropertyName);

    private AttributedProperty PropertyOf(string attribute, string name) =>
        symbols.AttributedProperties(type, attribute, topology.Location).First(property => property.Name == name);

    private static int IndexOf(NodeModel node, TableModel table) => node.Tables.ToList().IndexOf(table);

    private static bool Begins(string key, TableModel table) => key.StartsWith(table.Prefix, StringComparison.Ordinal);
}
