using System.Reflection;
using Logister.LocalHost.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Logister.LocalHost.Functions;

internal static class FunctionDiscovery
{
    /// <summary>The functions of the types given, in the order of their names, which is the order their routes are tried in.</summary>
    public static IReadOnlyList<DiscoveredFunction> In(IEnumerable<Type> types)
    {
        var found = types
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(candidate => candidate.Function is not null)
            .Select(candidate => Describe(candidate.Function!.Name, candidate.Method))
            .OrderBy(function => function.Name, StringComparer.Ordinal)
            .ToList();

        var repeated = found.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Skip(1).Any());
        return repeated is null
            ? found
            : throw new StartupException($"Two functions are named {repeated.Key}; rename one of them.");
    }

    private static DiscoveredFunction Describe(string name, MethodInfo method)
    {
        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttributes().FirstOrDefault(IsTrigger)))
            .Where(candidate => candidate.Trigger is not null)
            .ToList();

        return triggers is [var only]
            ? new DiscoveredFunction(name, method, only.Parameter, only.Trigger!)
            : throw new StartupException($"Function {name} has {triggers.Count} triggers; it must have one.");
    }

    private static bool IsTrigger(Attribute attribute) => attribute is HttpTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute;
}
