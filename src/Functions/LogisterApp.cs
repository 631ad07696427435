using Logister.Core;
using Logister.Core.Ingest;
using Logister.Functions.Http;
using Logister.Functions.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Logister.Functions;

/// <summary>The app without its host: what Program.cs runs and what tests run with a clock of their own.</summary>
internal static partial class LogisterApp
{
    public static FunctionsApplicationBuilder AddLogister(this FunctionsApplicationBuilder builder)
    {
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<AnswerFailures>();
        builder.Services.AddLogisterCore();
        builder.Services.AddSingleton<Gate>();
        builder.Services.AddSingleton<RateLimits>();
        builder.Services.AddSingleton<UnansweredRequests<IResult>>();
        builder.Services.AddSingleton<WriteDoor>();
        builder.Services.AddSingleton<Cursors>();
        AddLocalParts(builder.Services);
        return builder;
    }

    /// <summary>What only local runs have. Its body stands in Local/, which publishing leaves out, and the call with it.</summary>
    static partial void AddLocalParts(IServiceCollection services);
}
