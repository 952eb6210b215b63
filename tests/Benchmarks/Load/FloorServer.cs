using System.Diagnostics;
using System.Globalization;

namespace VolumeCount.Tests.Benchmarks.Load;

/// <summary>Starts the floor: nginx, which sends a file. One process, so that its figures are all there is.</summary>
internal static class FloorServer
{
    public static async Task<ServerProcess> StartAsync(
        string nginx, string folder, byte[] report, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var socketPath = Path.Combine(folder, "floor.sock");
        var configuration = Path.Combine(folder, "nginx.conf");
        Directory.CreateDirectory(Path.Combine(folder, "www"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "www", "report"), report, cancellationToken);
        await File.WriteAllTextAsync(configuration, Configuration(folder, socketPath), cancellationToken);

        var floor = ServerProcess.Start(
            "nginx", new ProcessStartInfo(nginx, ["-p", folder, "-c", configuration]), socketPath);
        try
        {
            await floor.WaitForAsync(body => body.AsSpan().SequenceEqual(report), deadline, cancellationToken);
            return floor;
        }
        catch
        {
            await floor.DisposeAsync();
            throw;
        }
    }

    /// <summary>The version of nginx.</summary>
    public static async Task<string> VersionAsync(string nginx, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(nginx, ["-v"]) { RedirectStandardError = true })!;
        var output = await process.StandardError.ReadToEndAsync(cancellationToken);
        return output.Replace("nginx version: nginx/", "", StringComparison.Ordinal).Trim();
    }

    // Root's nginx would otherwise take the worker's rights away, and any nginx would make folders under /var.
    private static string Configuration(string folder, string socketPath) => string.Create(CultureInfo.InvariantCulture,
        $$"""
        daemon off;
        master_process off;
        worker_processes 1;
        pid {{folder}}/nginx.pid;
        error_log stderr error;
        events {
            worker_connections 64;
        }
        http {
            access_log off;
            sendfile on;
            sendfile_max_chunk 0;
            open_file_cache max=1 inactive=1h;
            open_file_cache_valid 1h;
            keepalive_requests 1000000000;
            keepalive_timeout 1h;
            default_type application/json;
            client_body_temp_path {{folder}}/nginx-body;
            proxy_temp_path {{folder}}/nginx-proxy;
            fastcgi_temp_path {{folder}}/nginx-fastcgi;
            uwsgi_temp_path {{folder}}/nginx-uwsgi;
            scgi_temp_path {{folder}}/nginx-scgi;
            server {
                listen unix:{{socketPath}};
                location = /report {
                    root {{folder}}/www;
                }
            }
        }
        """);
}
