namespace VolumeCount.Tests.Integration.Scope.Infrastructure;

/// <summary>A plugin in Scope's list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">The name that the list shows.</param>
/// <param name="Status"><c>ok</c>, or <c>error: </c> and what is wrong with its last answer.</param>
internal sealed record ScopePlugin(string Id, string Label, string Status);
