using Logister.LocalHost.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Logister.LocalHost.Http;

internal static class HttpRegistration
{
    // Before every function, as the real host's own routes are.
    private const int BeforeAllFunctions = -1;

    public static void AddFunctionMethodMatching(this IServiceCollection services)
        => services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, FunctionMethodMatching>());

    /// <summary>Maps the functions, which come in the order their routes are to be tried in.</summary>
    public static void MapFunctions(this WebApplication app, IEnumerable<LocalFunction> functions, string routePrefix)
    {
        var log = app.Services.GetRequiredService<ILogger<HttpFunction>>();
        foreach (var (order, function) in functions.Index())
        {
            var trigger = (HttpTriggerAttribute)function.Discovered.Trigger;
            app.Map($"{routePrefix.Trim('/')}/{(trigger.Route ?? function.Name).TrimStart('/')}", new HttpFunction(function, log).AnswerAsync)
                .WithDisplayName(function.Name)
                .WithMetadata(new FunctionMethods(trigger.Methods ?? []))
                .WithOrder(order);
        }
    }

    public static void MapAdmin(this WebApplication app)
        => app.Map("/admin/functions/{name}", ActivatorUtilities.CreateInstance<AdminRuns>(app.Services).AnswerAsync)
            .WithMetadata(new FunctionMethods([HttpMethods.Post]))
            .WithOrder(BeforeAllFunctions);
}
