namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>The id of this invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The id of the function.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The services of this invocation's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>What middleware and function tell each other.</summary>
    // CA2227 Collection properties should be read only: the real package has the setter.
#pragma warning disable CA2227
    public abstract IDictionary<object, object> Items { get; set; }
#pragma warning restore CA2227

    /// <summary>Signalled when the invocation should end early.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
