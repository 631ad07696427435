using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Logister.LocalHost.Hosting;

internal static class FreePorts
{
    /// <summary>Fails if something listens where the app is about to.</summary>
    public static void Demand(IEnumerable<string> urls)
    {
        foreach (var url in urls)
        {
            var address = BindingAddress.Parse(url);
            if (address.Port != 0 && !address.IsUnixPipe && IsTaken(address))
            {
                throw Taken(url);
            }
        }
    }

    public static StartupException Taken(string url, Exception? cause = null)
        => new($"{url} is taken: stop the program that listens there, or choose another port with --urls http://127.0.0.1:<port>.", cause);

    private static bool IsTaken(BindingAddress address)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.TryParse(address.Host, out var ip) && ip.AddressFamily == AddressFamily.InterNetwork ? ip : IPAddress.Loopback, address.Port));
            socket.Listen();
            return false;
        }
        catch (SocketException failure) when (failure.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return true;
        }
    }
}
