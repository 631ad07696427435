using Azure.Core.Pipeline;

namespace Logister.Functions.Tests.App;

/// <summary>What differs between the apps of tests.</summary>
internal sealed record TestAppOptions
{
    public required string Storage { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public HttpPipelinePolicy? Policy { get; init; }

    /// <summary>Whether accepted events are stored by this app; otherwise they stay in the queue.</summary>
    public bool Stores { get; init; } = true;

    /// <summary>Further settings, as on the command line: <c>--Name</c>, <c>value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}
