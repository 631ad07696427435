namespace Logister.Core.Traces;

/// <summary>How a span ended, as far as it says.</summary>
public enum SpanStatus
{
    /// <summary>It does not say, or in words of its own.</summary>
    Unset,

    /// <summary>It says <c>ok</c>, or an HTTP status below 500.</summary>
    Ok,

    /// <summary>It says <c>error</c>, a status word for failure, or an HTTP status of 500 and above.</summary>
    Error,
}
