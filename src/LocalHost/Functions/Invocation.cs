using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.LocalHost.Functions;

/// <summary>One invocation: what triggered it, and what came of it.</summary>
internal sealed class Invocation(LocalFunction function, object trigger, IServiceProvider services, CancellationToken cancellation)
    : FunctionContext
{
    private string? _id;
    private IDictionary<object, object>? _items;

    public override string InvocationId => _id ??= Guid.NewGuid().ToString();

    public override string FunctionId => function.Name;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items
    {
        get => _items ??= new Dictionary<object, object>();
        set => _items = value;
    }

    public override CancellationToken CancellationToken => cancellation;

    public object Trigger => trigger;

    public HttpContext? Http => (trigger as HttpRequest)?.HttpContext;

    public object? Result { get; set; }
}
