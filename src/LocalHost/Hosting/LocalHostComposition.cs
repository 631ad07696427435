using System.Reflection;
using Logister.LocalHost.Functions;
using Logister.LocalHost.Http;
using Logister.LocalHost.Queues;
using Logister.LocalHost.Storage;
using Logister.LocalHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Logister.LocalHost.Hosting;

/// <summary>Puts the local host together around the app's services.</summary>
internal sealed class LocalHostComposition
{
    private const string FunctionsAssemblyKey = "LocalHost:FunctionsAssembly";
    private const string DefaultUrl = "http://127.0.0.1:7071";
    private const long MaxRequestBodySize = 100 * 1024 * 1024;

    // One budget for running requests and invocations together.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    private readonly EntryPointRun? _run = EntryPointRun.Current;
    private readonly string _contentRoot;
    private readonly IReadOnlyList<DiscoveredFunction> _discovered;
    private readonly ConnectionFallbacks _connections;
    private readonly HostJson _hostJson;

    public LocalHostComposition(string[] args, IEnumerable<Type>? functionTypes)
    {
        StartupException.ReportInsteadOfCrashing();

        var early = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var assembly = FunctionsAssembly(early);
        _contentRoot = early[HostDefaults.ContentRootKey] ?? ContentRoot.Find();

        // The empty builder, because the others watch every folder under the content root for changes of appsettings.json.
        Web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = assembly.GetName().Name,
            ContentRootPath = _contentRoot,
            EnvironmentName = early[HostDefaults.EnvironmentKey] ?? early["AZURE_FUNCTIONS_ENVIRONMENT"] ?? early["DOTNET_ENVIRONMENT"] ?? Environments.Development,
        });
        Web.Configuration
            .AddInMemoryCollection(LocalSettings.Read(_contentRoot))
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables()
            .AddCommandLine(args);

        _discovered = FunctionDiscovery.In(functionTypes ?? assembly.GetTypes());
        _connections = new ConnectionFallbacks(Web.Configuration);
        _connections.Apply(ConnectionNames);
        _hostJson = HostJson.Read(_contentRoot, Web.Configuration);

        Web.Logging.AddLocalConsole(_hostJson.LogLevels);
        Web.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        Web.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBodySize;
        });
        Web.Services.AddRouting();
        Web.Services.AddFunctionMethodMatching();
        Web.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
    }

    public WebApplicationBuilder Web { get; }

    private IEnumerable<string> ConnectionNames => _discovered.Select(function => function.Connection).OfType<string>().Distinct();

    public IHost Build(IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        _run?.ReplaceServices(Web.Services);
        _connections.Apply(ConnectionNames);

        var functions = _discovered
            .Where(function => !DisabledSetting.IsSet(function.Name, Web.Configuration))
            .Select(function => new LocalFunction(function, middleware))
            .ToList();

        // Stopped in the reverse order: Kestrel, which WebApplicationBuilder adds last, then the pumps, then the timers, then the app's own.
        Web.Services.AddSingleton(_ => new LocalStorage(Web.Configuration, ConnectionNames, ContentRoot.Data(_contentRoot)));
        Web.Services.AddTimers(functions);
        Web.Services.AddQueuePumps(functions, _hostJson.Queues);

        var app = Web.Build();
        app.MapFunctions(functions.Where(function => function.Discovered.Trigger is HttpTriggerAttribute), _hostJson.RoutePrefix);
        app.MapAdmin();
        foreach (var url in (Web.Configuration[WebHostDefaults.ServerUrlsKey] ?? DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            app.Urls.Add(url);
        }

        return new LocalFunctionsHost(app, app.Services.GetRequiredService<LocalStorage>(), functions.Count, _run);
    }

    private Assembly FunctionsAssembly(IConfiguration settings)
        => settings[FunctionsAssemblyKey] is { } name ? Assembly.Load(name)
            : _run?.App ?? Assembly.GetEntryAssembly() ?? throw new StartupException($"Set {FunctionsAssemblyKey} to the assembly that holds the functions.");
}
