#:sdk Microsoft.NET.Sdk.Web
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property EnforceCodeStyleInBuild=false
#:property GenerateDocumentationFile=false

// Stands in for a Docker engine with many containers, for eng/measure-image.sh: engine.cs SOCKET CONTAINERS
using System.Text;

var (socket, containers) = (args[0], int.Parse(args[1]));
var list = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, containers).Select(Container))}]");

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(socket));
var app = builder.Build();
app.Run(context => (context.Request.Path.Value ?? "") switch
{
    var path when path.EndsWith("/version", StringComparison.Ordinal) =>
        Json(context, """{"Version":"28.0.0","ApiVersion":"1.44"}"""u8.ToArray()),
    var path when path.EndsWith("/containers/json", StringComparison.Ordinal) => Json(context, list),
    // No event is ever sent.
    var path when path.EndsWith("/events", StringComparison.Ordinal) => EventsAsync(context),
    _ => Json(context, "{}"u8.ToArray()),
});
app.Run();

static Task Json(HttpContext context, byte[] body)
{
    context.Response.ContentType = "application/json";
    return context.Response.Body.WriteAsync(body).AsTask();
}

static async Task EventsAsync(HttpContext context)
{
    await context.Response.StartAsync();
    await context.Response.Body.FlushAsync();
    await Task.Delay(Timeout.Infinite, context.RequestAborted);
}

// A container with all the fields that Docker sends.
static string Container(int number) => $$"""
    {"Id":"{{number:x64}}","Names":["/container-{{number}}"],"Image":"registry.example.com/team/application:1.2.3",
    "ImageID":"sha256:{{number:x64}}","Command":"/usr/bin/application --listen 0.0.0.0:8080","Created":1700000000,
    "Ports":[{"IP":"0.0.0.0","PrivatePort":8080,"PublicPort":32768,"Type":"tcp"}],
    "Labels":{"com.docker.compose.project":"project","com.docker.compose.service":"application","maintainer":"nobody"},
    "State":"running","Status":"Up 3 days","HostConfig":{"NetworkMode":"bridge"},
    "NetworkSettings":{"Networks":{"bridge":{"NetworkID":"{{number:x64}}","IPAddress":"172.17.0.2",
    "MacAddress":"02:42:ac:11:00:02"} } },
    "Mounts":[{{string.Join(',', Enumerable.Range(0, 3).Select(mount => $$"""
        {"Type":"volume","Name":"volume-{{mount}}","Source":"/var/lib/docker/volumes/volume-{{mount}}/_data",
        "Destination":"/data/{{mount}}","Driver":"local","Mode":"z","RW":true,"Propagation":""}
        """))}}]}
    """;
