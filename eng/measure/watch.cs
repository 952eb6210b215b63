#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property EnforceCodeStyleInBuild=false
#:property GenerateDocumentationFile=false

// For eng/measure-image.sh: says when a plugin's report has a container in it, in microseconds since 1970: watch.cs SOCKET
using System.Net.Sockets;
using System.Text;

var plugin = new UnixDomainSocketEndPoint(args[0]);
var request = "GET /report HTTP/1.1\r\nHost: plugin\r\nConnection: close\r\n\r\n"u8.ToArray();
var buffer = new byte[1 << 16];
Console.WriteLine("ready");
while (!HasContainers())
    Thread.Sleep(1);
Console.WriteLine((DateTime.UtcNow - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

bool HasContainers()
{
    using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    try
    {
        socket.Connect(plugin);
        socket.Send(request);
        var report = new StringBuilder();
        while (socket.Receive(buffer) is var length and > 0)
            report.Append(Encoding.ASCII.GetString(buffer, 0, length));
        return report.ToString().Contains("<container>", StringComparison.Ordinal);
    }
    catch (SocketException)
    {
        return false;
    }
}
