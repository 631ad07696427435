using System.Linq.Expressions;
using Logister.LocalHost.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Logister.LocalHost.Functions;

/// <summary>Compiles a function's method once, so that an invocation costs a delegate call and no reflection.</summary>
internal static class FunctionBodyCompiler
{
    public static FunctionBody Compile(DiscoveredFunction function)
    {
        var target = Expression.Parameter(typeof(object), "target");
        var invocation = Expression.Parameter(typeof(Invocation), "invocation");
        var method = function.Method;

        var call = Expression.Call(
            method.IsStatic ? null : Expression.Convert(target, method.DeclaringType!),
            method,
            method.GetParameters().Select(parameter => ParameterBinding.For(function, parameter, invocation)));

        return Expression.Lambda<FunctionBody>(ReturnOf(function, call), target, invocation).Compile();
    }

    private static Expression ReturnOf(DiscoveredFunction function, MethodCallExpression call)
    {
        var type = call.Type;
        if (type == typeof(void))
        {
            return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        }

        if (type == typeof(Task) || type == typeof(ValueTask))
        {
            return Expression.Call(typeof(ReturnedValue), nameof(ReturnedValue.OfNothing), null, call);
        }

        var isAwaited = type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>));
        var value = isAwaited ? type.GetGenericArguments()[0] : type;
        if (function.Trigger is not HttpTriggerAttribute || !typeof(IResult).IsAssignableFrom(value))
        {
            throw new StartupException($"Function {function.Name} returns {value.Name}; an HTTP function may return IResult, any other nothing.");
        }

        return isAwaited
            ? Expression.Call(typeof(ReturnedValue), nameof(ReturnedValue.OfTask), [value], call)
            : Expression.Call(typeof(ReturnedValue), nameof(ReturnedValue.OfResult), null, Expression.Convert(call, typeof(object)));
    }
}
