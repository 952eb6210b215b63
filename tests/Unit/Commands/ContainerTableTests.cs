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
            isWide: false,
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

        ContainerTable.Write([], isWide: false, output);

        Assert.Equal("NAME   CONTAINER ID   STATE   VOLUMES   SHARES VOLUMES WITH\n", output.ToString());
    }

    [Fact]
    public void Write_OfAWideTable_HasALineForEachMount()
    {
        using var output = new StringWriter();
        var data = new Mount("/data", "volume", "data", "nfs", IsWritable: true);

        ContainerTable.Write(
            [
                Describe("0123456789abcdef", "web", "running", 0) with
                {
                    Mounts = [data, new Mount("/srv", "bind", "/srv/www", Driver: null, IsWritable: false)],
                },
                Describe("short", "job", "exited", 0),
                Describe("fedcba9876543210", "db", "running", 0) with { Mounts = [data] },
            ],
            isWide: true,
            output);

        Assert.Equal(
            """
            NAME   CONTAINER ID   STATE     VOLUMES   SHARES VOLUMES WITH   DESTINATION   MOUNT
            db     fedcba987654   running   1         web                   /data         data (volume, nfs)
            job    short          exited    0
            web    0123456789ab   running   2         db                    /data         data (volume, nfs)
            web    0123456789ab   running   2         db                    /srv          /srv/www (bind, ro)

            """,
            output.ToString());
    }

    [Fact]
    public void Write_OfNamesAndStatesWithControlCharacters_ReplacesThem()
    {
        using var output = new StringWriter();

        ContainerTable.Write(
            [Describe("0123456789ab\ncd", "we\u001b[31mb\nforged   row", "run\aning\u009b", 1)], isWide: false, output);

        Assert.Equal(
            "NAME                    CONTAINER ID   STATE       VOLUMES   SHARES VOLUMES WITH\n" +
            "we\uFFFD[31mb\uFFFDforged   row   0123456789ab   run\uFFFDning\uFFFD   1\n",
            output.ToString());
    }

    private static Container Describe(string id, string name, string state, int mounts) =>
        new(id, Containers.Mounts(mounts)) { Name = name, Description = new ContainerDescription { State = state } };
}
