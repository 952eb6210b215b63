using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Inventory;

public sealed class MachineTests
{
    [Fact]
    public void Read_HasTheProcessorsAndTheMemoryOfTheMachine()
    {
        var machine = Machine.Read();

        // What this process may use of it may be less.
        Assert.InRange(machine.ProcessorCount, Environment.ProcessorCount, 100_000);
        Assert.InRange(machine.Memory, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, 1e18);
    }
}
