using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>A request is refused before the function has done anything; carries the answer.</summary>
internal sealed class RefusedException(IResult answer) : Exception("The request was refused.")
{
    public IResult Answer { get; } = answer;
}
