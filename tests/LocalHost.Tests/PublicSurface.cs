using System.Reflection;
using System.Runtime.CompilerServices;

namespace Logister.LocalHost.Tests;

/// <summary>Writes down what types declare to the outside, a line a member, in an order that does not depend on the source.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
    };

    public static IEnumerable<string> Of(IEnumerable<Type> types) =>
        types.GroupBy(static type => type.Namespace!).OrderBy(static group => group.Key, StringComparer.Ordinal)
            .SelectMany(static group => group.OrderBy(static type => type.Name, StringComparer.Ordinal).SelectMany(Lines).Prepend($"namespace {group.Key}"));

    private static IEnumerable<string> Lines(Type type) =>
        type.IsEnum ? Enum.GetNames(type).Select(name => $"  {name} = {(int)Enum.Parse(type, name)}").Prepend($"enum {type.Name}")
        : typeof(Delegate).IsAssignableFrom(type) ? [$"delegate {Signature(type.GetMethod("Invoke")!, type.Name)}"]
        : Members(type).OrderBy(static member => member.Name, StringComparer.Ordinal).ThenBy(static member => member.Line, StringComparer.Ordinal)
            .Select(static member => "  " + member.Line).Prepend($"{Kind(type)} {type.Name}");

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };

    private static IEnumerable<(string Name, string Line)> Members(Type type) =>
    [
        .. type.GetConstructors().Select(constructor => (type.Name, $"{type.Name}({Parameters(constructor)})")),
        .. type.GetProperties(Declared).Select(static property => (property.Name, $"{Name(property.PropertyType)} {property.Name} {Accessors(property)}")),
        .. type.GetMethods(Declared).Where(static method => !method.IsSpecialName)
            .Select(static method => (method.Name, (method.IsStatic ? "static " : "") + Signature(method, method.Name + Generic(method)))),
    ];

    private static string Accessors(PropertyInfo property) => property.GetSetMethod() is null ? "{ get; }" : "{ get; set; }";

    private static string Signature(MethodInfo method, string name) => $"{Name(method.ReturnType)} {name}({Parameters(method)})";

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(static argument => argument.Name))}>" : "";

    private static string Parameters(MethodBase method)
    {
        var extends = method.IsDefined(typeof(ExtensionAttribute), inherit: false);
        return string.Join(", ", method.GetParameters().Select(parameter =>
            (extends && parameter.Position == 0 ? "this " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
            + $"{Name(parameter.ParameterType)} {parameter.Name}"));
    }

    private static string Name(Type type) =>
        Keywords.TryGetValue(type, out var keyword) ? keyword
        : type.IsArray ? $"{Name(type.GetElementType()!)}[]"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
