using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>Checks every function starts with. The triggers take all methods, because a wrong one gets 405 and never a bare 404.</summary>
internal static class RequestExtensions
{
    /// <exception cref="RefusedException">The method is none of these; answered 405 with what is allowed.</exception>
    public static void Allow(this HttpRequest request, params ReadOnlySpan<string> methods)
    {
        foreach (var method in methods)
        {
            if (HttpMethods.Equals(request.Method, method))
            {
                return;
            }
        }

        throw new RefusedException(Answers.MethodNotAllowed(string.Join(", ", methods.ToArray())));
    }
}
