using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Logister.LocalHost.Functions;

/// <summary>Route values as function arguments; called from compiled function bodies.</summary>
internal static class RouteArgument
{
    public static string? Text(HttpRequest request, string name)
        => request.RouteValues.TryGetValue(name, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    public static int Number(HttpRequest request, string name) => int.Parse(Text(request, name) ?? "", CultureInfo.InvariantCulture);

    public static Guid Id(HttpRequest request, string name) => Guid.Parse(Text(request, name) ?? "", CultureInfo.InvariantCulture);
}
