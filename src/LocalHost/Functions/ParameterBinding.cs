using System.Linq.Expressions;
using System.Reflection;
using Azure.Storage.Queues.Models;
using Logister.LocalHost.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.LocalHost.Functions;

/// <summary>Where the value of a function's parameter comes from.</summary>
internal static class ParameterBinding
{
    public static Expression For(DiscoveredFunction function, ParameterInfo parameter, ParameterExpression invocation)
    {
        var type = parameter.ParameterType;
        var trigger = Expression.Property(invocation, nameof(Invocation.Trigger));

        return true switch
        {
            _ when type == typeof(FunctionContext) => Expression.Convert(invocation, type),
            _ when type == typeof(CancellationToken) => Expression.Property(invocation, nameof(Invocation.CancellationToken)),
            _ when parameter == function.TriggerParameter => Trigger(function, type, trigger),
            _ when function.Trigger is not HttpTriggerAttribute => throw Unbindable(function, parameter.Name, type),
            _ when type == typeof(HttpRequest) => Expression.Convert(trigger, type),
            _ when type == typeof(string) => Route(nameof(RouteArgument.Text)),
            _ when type == typeof(int) => Route(nameof(RouteArgument.Number)),
            _ when type == typeof(Guid) => Route(nameof(RouteArgument.Id)),
            _ => throw Unbindable(function, parameter.Name, type),
        };

        MethodCallExpression Route(string method) => Expression.Call(
            typeof(RouteArgument), method, null, Expression.Convert(trigger, typeof(HttpRequest)), Expression.Constant(parameter.Name));
    }

    private static Expression Trigger(DiscoveredFunction function, Type type, MemberExpression trigger)
    {
        return function.Trigger switch
        {
            HttpTriggerAttribute when type == typeof(HttpRequest) => Expression.Convert(trigger, type),
            TimerTriggerAttribute when type == typeof(TimerInfo) => Expression.Convert(trigger, type),
            QueueTriggerAttribute when type == typeof(QueueMessage) => Expression.Convert(trigger, type),
            QueueTriggerAttribute when type == typeof(BinaryData) => Body(),
            QueueTriggerAttribute when type == typeof(string) => Expression.Call(Body(), nameof(BinaryData.ToString), null),
            QueueTriggerAttribute when type == typeof(byte[]) => Expression.Call(Body(), nameof(BinaryData.ToArray), null),
            _ => throw Unbindable(function, function.TriggerParameter.Name, type),
        };

        MemberExpression Body() => Expression.Property(Expression.Convert(trigger, typeof(QueueMessage)), nameof(QueueMessage.Body));
    }

    private static StartupException Unbindable(DiscoveredFunction function, string? parameter, Type type)
        => new($"Function {function.Name} has a parameter {parameter} of type {type.Name}, which the local host cannot bind.");
}
