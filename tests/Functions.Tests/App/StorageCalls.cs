using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Logister.Functions.Tests.App;

/// <summary>
/// Records the storage calls of one app: those of the system and those of the queue pump that runs it. A retry counts
/// once with its call. Looking for messages is polling and told apart: it costs the same whether there is something or not.
/// </summary>
internal sealed class StorageCalls : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentQueue<string> _calls = new();

    /// <summary>The calls since the last <see cref="Forget"/>, polling left out.</summary>
    public IReadOnlyList<string> Made => [.. _calls.Where(static call => !call.StartsWith("GET /ingest/messages", StringComparison.Ordinal))];

    public int Polls => _calls.Count(static call => call.StartsWith("GET /ingest/messages", StringComparison.Ordinal));

    public void Forget() => _calls.Clear();

    public override void OnSendingRequest(HttpMessage message)
    {
        // Without the account, which stands first in the emulator's addresses.
        var path = message.Request.Uri.Path;
        _calls.Enqueue($"{message.Request.Method} {path[path.IndexOf('/', 1)..]}");
    }
}
