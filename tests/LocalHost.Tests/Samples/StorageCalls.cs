using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Logister.LocalHost.Tests.Samples;

/// <summary>Counts storage calls by method.</summary>
internal sealed class StorageCalls : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<RequestMethod, int> _counts = new();

    public int Of(RequestMethod method) => _counts.GetValueOrDefault(method);

    public override void OnSendingRequest(HttpMessage message) => _counts.AddOrUpdate(message.Request.Method, 1, (_, count) => count + 1);
}
