using System.Globalization;

namespace Logister.Core.Ingest;

/// <summary>A payload exceeds one of <see cref="PayloadLimits"/>. Answered 413.</summary>
/// <param name="code">The limit's code, such as <c>context_depth</c>.</param>
/// <param name="limit">The largest value allowed, in the limit's own unit.</param>
/// <param name="actual">The value found; null when counting stopped at the limit.</param>
public sealed class PayloadTooLargeException(string code, long limit, long? actual) : Exception(Describe(code, limit))
{
    /// <summary>The limit's code.</summary>
    public string Code { get; } = code;

    /// <summary>The largest value allowed.</summary>
    public long Limit { get; } = limit;

    /// <summary>The value found; null when counting stopped at the limit.</summary>
    public long? Actual { get; } = actual;

    private static string Describe(string code, long limit) => code == PayloadLimits.RequestBytesCode
        ? string.Create(CultureInfo.InvariantCulture, $"telemetry request exceeds {limit} bytes")
        : string.Create(CultureInfo.InvariantCulture, $"telemetry payload {code.Replace('_', ' ')} exceeds {limit}");
}
