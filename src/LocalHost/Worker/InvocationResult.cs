using Logister.LocalHost.Functions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function returned; middleware may read and replace it.</summary>
public sealed class InvocationResult
{
    private readonly Invocation invocation;

    internal InvocationResult(Invocation invocation)
    {
        this.invocation = invocation;
    }

    /// <summary>The value returned.</summary>
    public object? Value
    {
        get => invocation.Result;
        set => invocation.Result = value;
    }
}
