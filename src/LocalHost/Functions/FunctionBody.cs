namespace Logister.LocalHost.Functions;

/// <summary>A function's method, compiled: binds its parameters from the invocation and gives what it returns, null for nothing.</summary>
internal delegate ValueTask<object?> FunctionBody(object? target, Invocation invocation);
