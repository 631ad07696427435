using Logister.LocalHost.Functions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function returned; middleware may read and replace it.</summary>
public sealed class InvocationResult
{
    private readonly Invocation _invocation;

    internal InvocationResult(Invocation invocation)
    {
        _invocation = invocation;
    }

    /// <summary>The value returned.</summary>
    public object? Value
    {
        get => _invocation.Result;
        set => _invocation.Result = value;
    }
}
