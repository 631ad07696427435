using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Logister.Functions.Tests.Manifest;

/// <summary>A route as its function declares it.</summary>
internal sealed record ServedRoute(string Function, string Template)
{
    private const string AnythingElse = "{*path}";

    /// <summary>Every route of the app, in the order the host tries them.</summary>
    public static IReadOnlyList<ServedRoute> All { get; } =
    [
        .. from type in Assembly.Load("Logister.Functions").GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null
           orderby function.Name
           select new ServedRoute(function.Name, trigger.Route ?? function.Name),
    ];

    public bool IsCatchAll => Template == AnythingElse;

    /// <summary>Whether some path fits both.</summary>
    public bool Overlaps(ServedRoute other)
    {
        var (own, others) = (Template.Split('/'), other.Template.Split('/'));
        return own.Length == others.Length && own.Zip(others).All(static pair => pair.First == pair.Second || pair.First[0] == '{' || pair.Second[0] == '{');
    }

    /// <summary>A path of this route: in a project, and with ids that nothing has.</summary>
    public static string Path(string template, Guid project) => string.Join(
        '/',
        template.Split('/').Select(segment => segment switch
        {
            "{project}" => project.ToString(),
            ['{', ..] => Guid.NewGuid().ToString(),
            _ => segment,
        }));
}
