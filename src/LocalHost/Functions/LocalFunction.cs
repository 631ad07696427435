using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Logister.LocalHost.Functions;

/// <summary>A function ready to run, with the app's middleware around it.</summary>
internal sealed class LocalFunction
{
    private readonly FunctionBody _body;
    private readonly ObjectFactory? _create;
    private readonly FunctionExecutionDelegate _pipeline;

    public LocalFunction(DiscoveredFunction discovered, IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        Discovered = discovered;
        Definition = new LocalFunctionDefinition(discovered.Name);
        _body = FunctionBodyCompiler.Compile(discovered);
        _create = discovered.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(discovered.Method.DeclaringType!, Type.EmptyTypes);
        _pipeline = middleware.Reverse().Aggregate((FunctionExecutionDelegate)ExecuteAsync, (next, wrap) => wrap(next));
    }

    public string Name => Discovered.Name;

    public DiscoveredFunction Discovered { get; }

    public FunctionDefinition Definition { get; }

    public Task RunAsync(Invocation invocation) => _pipeline(invocation);

    /// <summary>Runs in a scope of its own, as every trigger but HTTP needs it.</summary>
    public async Task RunAsync(object trigger, IServiceScopeFactory scopes, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await _pipeline(new Invocation(this, trigger, scope.ServiceProvider, cancellation));
    }

    private async Task ExecuteAsync(FunctionContext context)
    {
        var invocation = (Invocation)context;
        var target = _create?.Invoke(context.InstanceServices, []);
        try
        {
            invocation.Result = await _body(target, invocation);
        }
        finally
        {
            // The scope does not know what ActivatorUtilities made, so nobody else would dispose it.
            if (target is IAsyncDisposable asynchronous)
            {
                await asynchronous.DisposeAsync();
            }
            else
            {
                (target as IDisposable)?.Dispose();
            }
        }
    }
}
