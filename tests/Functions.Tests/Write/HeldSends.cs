using Azure.Core;
using Azure.Core.Pipeline;

namespace Logister.Functions.Tests.Write;

/// <summary>Holds what is sent to the ingest queue until it is let go, so that senders wait for their answer.</summary>
internal sealed class HeldSends : HttpPipelinePolicy
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first send is held.</summary>
    public Task Reached => _reached.Task;

    public void Release() => _released.TrySetResult();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Method == RequestMethod.Post && message.Request.Uri.Path?.EndsWith("/ingest/messages", StringComparison.Ordinal) == true)
        {
            _reached.TrySetResult();
            await _released.Task;
        }

        await ProcessNextAsync(message, pipeline);
    }
}
