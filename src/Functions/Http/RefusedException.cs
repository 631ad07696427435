using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>A request is refused before the function has done anything; carries the answer.</summary>
internal sealed class RefusedException(IResult answer, string? reason = null) : Exception("The request was refused.")
{
    public IResult Answer { get; } = answer;

    /// <summary>What the project's owner finds it under; null when that is noted elsewhere, or not at all.</summary>
    public string? Reason { get; } = reason;
}
