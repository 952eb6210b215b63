namespace VolumeCount.Tests.Unit.Inventory;

/// <summary>The calls that were made to a fake engine.</summary>
internal readonly record struct FakeEngineCalls(int Versions, int Subscriptions, int Lists, int FilteredLists);
