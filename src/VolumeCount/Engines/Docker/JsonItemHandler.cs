using System.Text.Json;

namespace VolumeCount.Engines.Docker;

/// <summary>Takes an item of a JSON array.</summary>
/// <param name="reader">A reader at the item's first token.</param>
/// <param name="isWhole">Whether the reader has the whole item; of one that is too large it has only the beginning.</param>
internal delegate void JsonItemHandler(ref Utf8JsonReader reader, bool isWhole);
