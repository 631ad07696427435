using Logister.LocalHost.Hosting;
using Logister.LocalHost.Queues;
using Logister.LocalHost.Tests.Samples;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Logister.LocalHost.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("logister-settings-");

    private static IConfiguration NoOverrides { get; } = new ConfigurationBuilder().Build();

    [Fact]
    public void host_json_is_read_as_the_real_host_reads_it()
    {
        Write("host.json", """
            {
              // comments are allowed
              "extensions": {
                "http": { "routePrefix": "" },
                "queues": { "batchSize": 4, "maxDequeueCount": 2, "visibilityTimeout": "00:00:03", "maxPollingInterval": "00:00:07", "messageEncoding": "none" }
              },
              "logging": { "logLevel": { "default": "Warning" } }
            }
            """);

        var host = HostJson.Read(_folder.FullName, NoOverrides);

        Assert.Equal("", host.RoutePrefix);
        Assert.Equal(LogLevel.Warning, host.LogLevels["default"]);
        Assert.Equal(
            new QueueSettings
            {
                BatchSize = 4,
                NewBatchThreshold = 2,
                MaxDequeueCount = 2,
                VisibilityTimeout = TimeSpan.FromSeconds(3),
                MaxPollingInterval = TimeSpan.FromSeconds(7),
                IsBase64 = false,
            },
            host.Queues);
    }

    [Fact]
    public void A_setting_overrides_host_json_also_with_an_empty_value()
    {
        Write("host.json", """{ "extensions": { "http": { "routePrefix": "v1" } } }""");
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("AzureFunctionsJobHost:extensions:http:routePrefix", (string?)"")])
            .Build();

        Assert.Equal("", HostJson.Read(_folder.FullName, settings).RoutePrefix);
    }

    [Fact]
    public void Without_host_json_the_real_hosts_defaults_hold()
    {
        var host = HostJson.Read(_folder.FullName, NoOverrides);

        Assert.Equal("api", host.RoutePrefix);
        Assert.Equal(new QueueSettings(), host.Queues);
    }

    [Theory]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 33 } } }""")]
    [InlineData("""{ "extensions": { "queues": { "batchSize": "many" } } }""")]
    [InlineData("""{ "extensions": """)]
    public void A_wrong_host_json_is_reported(string json)
    {
        Write("host.json", json);

        Assert.Contains("host.json", Assert.Throws<StartupException>(() => HostJson.Read(_folder.FullName, NoOverrides)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_wins_over_local_settings_and_the_command_line_over_both()
    {
        const string Variable = "LOGISTER_LOCALHOST_TEST_B";
        Write("host.json", "{}");
        Write("local.settings.json", $$"""{ "Values": { "LOGISTER_LOCALHOST_TEST_A": "file", "{{Variable}}": "file", "C": "file", "Deep__Down": "file", "Flag": true } }""");
        Environment.SetEnvironmentVariable(Variable, "environment");
        try
        {
            var settings = new FunctionsApplicationBuilder(["--contentRoot", _folder.FullName, "--C", "command line"], [typeof(HttpSamples)]).Configuration;

            Assert.Equal("file", settings["LOGISTER_LOCALHOST_TEST_A"]);
            Assert.Equal("environment", settings[Variable]);
            Assert.Equal("command line", settings["C"]);
            Assert.Equal("file", settings["Deep:Down"]);
            Assert.Equal("UseDevelopmentStorage=true", settings["AzureWebJobsStorage"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public void The_content_root_is_the_nearest_folder_with_host_json_but_not_the_build_folder()
    {
        Write("host.json", "{}");
        var build = _folder.CreateSubdirectory("bin/Debug");
        File.WriteAllText(Path.Combine(build.FullName, "host.json"), "{}");

        Assert.Equal(_folder.FullName, ContentRoot.Find(build.FullName, build.FullName));
        Assert.Equal(_folder.FullName, ContentRoot.Find(Path.GetTempPath(), build.FullName));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
