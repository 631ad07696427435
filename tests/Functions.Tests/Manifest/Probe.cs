using System.Net.Http.Headers;
using System.Text;
using Logister.Core.Projects;
using Logister.Functions.Tests.App;
using Logister.Functions.Tests.Manage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Logister.Functions.Tests.Manifest;

/// <summary>Finds out from a running app what it serves to whom: what it does, not what somebody wrote down about it.</summary>
internal sealed class Probe(TestApp app)
{
    private const int FarTooLarge = 16 << 20;

    public async Task<IReadOnlyList<ManifestLine>> ObserveAsync(ServedRoute route)
    {
        var lines = new List<ManifestLine>();
        foreach (var method in await MethodsAsync(route))
        {
            var project = await app.NewProjectAsync();
            var (caller, token) = await LeastAsync(method, route.Template, project);
            lines.Add(new ManifestLine(method, route.Template, caller, await LimitAsync(method, route.Template, project, token)));
        }

        return lines;
    }

    /// <summary>Calls a route in a project, with ids that nothing has and a body that says nothing.</summary>
    public async Task<Answer> CallAsync(string method, string template, TestProject project, string? token)
    {
        using var request = Request(method, template, project, token);
        if (method is not ("GET" or "HEAD" or "DELETE"))
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        return await SendAsync(request);
    }

    /// <summary>A new admin token that opens one project.</summary>
    public async Task<string> AdminOfAsync(TestProject project)
    {
        var token = $"logister_cli_admin_{project.Id:N}";
        await app.Services.GetRequiredService<Registry>().PutAsync(
            new AccessToken
            {
                Id = Guid.NewGuid(),
                Digest = Registry.Digest(token),
                Name = "admin",
                Role = AccessRole.Admin,
                ProjectIds = new HashSet<Guid> { project.Id },
                CreatedAt = DateTimeOffset.UtcNow,
            },
            TestContext.Current.CancellationToken);
        return token;
    }

    // From the least to the most, because whoever is let in may do what is asked.
    private async Task<(string Caller, string? Token)> LeastAsync(string method, string template, TestProject project)
    {
        (string Caller, string? Token)[] callers =
        [
            (ManifestLine.Anybody, null),
            (ManifestLine.ProjectToken, project.WriteToken),
            (ManifestLine.Viewer, project.ReadToken),
            (ManifestLine.Admin, Caller.AdminToken),
        ];
        foreach (var caller in callers)
        {
            if ((await CallAsync(method, template, project, caller.Token)).Status is not (401 or 403))
            {
                return caller;
            }
        }

        return (ManifestLine.Nobody, null);
    }

    // The app names the methods of a route when it is asked for one that does not exist.
    private async Task<IEnumerable<string>> MethodsAsync(ServedRoute route)
    {
        var project = await app.NewProjectAsync();
        var answer = await CallAsync("BREW", route.Template, project, token: null);
        return answer.Status == 405 ? answer.Headers["Allow"].Split(", ") : ["any"];
    }

    private async Task<string> LimitAsync(string method, string template, TestProject project, string? token)
    {
        using var request = Request(method, template, project, token);
        using var large = new ByteArrayContent(new byte[FarTooLarge]);
        large.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        request.Content = large;

        // So that an answer given before the body is read is not lost in sending it.
        request.Headers.ExpectContinue = true;
        var answer = await SendAsync(request);
        return answer.Status == 413 ? NumberIn(answer.Json.GetProperty("error").GetString()!) : ManifestLine.NoLimit;
    }

    // Every refusal says the limit; not every one has a field for it.
    private static string NumberIn(string sentence) => Assert.Single(sentence.Split(' '), static word => word.All(char.IsAsciiDigit));

    private static HttpRequestMessage Request(string method, string template, TestProject project, string? token)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), ServedRoute.Path(template, project.Id));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}
