using Logister.LocalHost.Functions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Results of a <see cref="FunctionContext"/>.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>What the function returned; its value is null before the function has run.</summary>
    /// <param name="context">The invocation.</param>
    public static InvocationResult GetInvocationResult(this FunctionContext context) => new((Invocation)context);
}
