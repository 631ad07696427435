using Logister.Core.Metrics;
using Logister.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Metrics;

/// <summary>The parameters of insights and metrics as they stand in the query string.</summary>
internal static class InsightParameters
{
    private const int MaxText = 200;
    private const int MaxEnvironment = 100;
    private const int MaxAttributes = 6;
    private const int MaxMetrics = 8;
    private const int CustomNames = 12;
    private const string DefaultWindow = "24h";

    public static InsightQuery Read(HttpRequest request)
    {
        var window = Query.OneOf(request, "window", [.. InsightWindow.All.Select(static window => window.Name)]) ?? DefaultWindow;
        return new InsightQuery
        {
            Window = InsightWindow.All.First(known => known.Name == window),
            Environment = Query.Text(request, MaxEnvironment, "environment", "env"),
            Release = Query.Text(request, MaxText, "release"),
            Attributes = Attributes(request),
        };
    }

    /// <summary>Everything that can be shown of a window.</summary>
    public static IReadOnlyList<MetricSeries> Catalog(Insights insights) => [.. MetricSeries.BuiltIn, .. MetricSeries.Custom(insights.Total, CustomNames)];

    /// <summary>The metrics asked for by name.</summary>
    /// <exception cref="RefusedException">422: too many, or one that does not exist.</exception>
    public static IReadOnlyList<MetricSeries> Metrics(HttpRequest request, Insights insights)
    {
        var names = Values(request, "metric");
        if (names.Count > MaxMetrics)
        {
            throw new RefusedException(Answers.InvalidParameter("metric", $"{MaxMetrics} metrics may be asked for at once."));
        }

        var custom = MetricSeries.Custom(insights.Total, int.MaxValue);
        var known = MetricSeries.BuiltIn.Concat(custom).ToDictionary(static series => series.Key, StringComparer.Ordinal);
        return
        [
            .. names.Select(name => known.GetValueOrDefault(name)
                ?? throw new RefusedException(Answers.InvalidParameter("metric", "There is no such metric in this window; metrics/catalog lists them."))),
        ];
    }

    private static List<KeyValuePair<string, string>> Attributes(HttpRequest request)
    {
        var sent = Values(request, "attribute");
        return sent.Count <= MaxAttributes
            ? [.. sent.Select(Attribute)]
            : throw new RefusedException(Answers.InvalidParameter("attribute", $"{MaxAttributes} attributes may be asked for at once."));
    }

    private static KeyValuePair<string, string> Attribute(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && ContextAttributes.IsKey(text[..equals]) && text.Length - equals - 1 is > 0 and <= ContextAttributes.MaxValue
            ? new KeyValuePair<string, string>(text[..equals], text[(equals + 1)..])
            : throw new RefusedException(Answers.InvalidParameter(
                "attribute", $"attribute is key=value: a name in snake case that can be filtered by, and a value of at most {ContextAttributes.MaxValue} characters."));
    }

    // Clients write lists with brackets or without.
    private static List<string> Values(HttpRequest request, string name) =>
        [.. request.Query[name].Concat(request.Query[name + "[]"]).Where(static value => !string.IsNullOrWhiteSpace(value)).Select(static value => value!.Trim())];
}
