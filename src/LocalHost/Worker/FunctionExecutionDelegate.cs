namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>The rest of the invocation pipeline.</summary>
/// <param name="context">The invocation.</param>
// CA1711 Identifiers should not have incorrect suffix: the real package's name.
#pragma warning disable CA1711
public delegate Task FunctionExecutionDelegate(FunctionContext context);
#pragma warning restore CA1711
