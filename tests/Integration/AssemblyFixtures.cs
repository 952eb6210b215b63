using VolumeCount.Tests.Integration.Infrastructure;

[assembly: AssemblyFixture(typeof(Engine))]
