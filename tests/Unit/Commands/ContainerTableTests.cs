using VolumeCount.Commands;
using VolumeCount.Inventory;

namespace VolumeCount.Tests.Unit.Commands;

public sealed class ContainerTableTests
{
    [Fact]
    public void Write_OfContainers_AlignsThemInTheOrderOfTheirNames()
    {
        using var output = new StringWriter();

        ContainerTable.Write(
            [
                Describe("0123456789abcdef", "web", "running", 3),
                Describe("short", "a-long-name-of-a-job", "exited", 0),
                Describe("fedcba9876543210", "Zoo", "created", 12),
            ],
            output);

        Assert.Equal(
            """
            NAME                   CONTAINER ID   STATE     VOLUMES   SHARES VOLUMES WITH
            Zoo                    fedcba987654   created   12        web
            a-long-name-of-a-job   short          exited    0
            web                    0123456789ab   running   3         Zoo

            """,
            output.ToString());
    }

    [Fact]
    public void Write_OfNoContainers_WritesTheHeadAlone()
    {
        using var output = new StringWriter();

        ContainerTable.Write([], output);

        Assert.Equal("NAME   CONTAINER ID   STATE   VOLUMES   SHARES VOLUMES WITH\n", output.ToString());
    }

    private static Container Describe(string id, string name, string state, int mounts) =>
        new(id, Containers.Mounts(mounts)) { Name = name, Description = new ContainerDescription { State = state } };
}
