using System.Net;
using System.Net.Sockets;
using Logister.LocalHost.Hosting;
using Logister.LocalHost.Tests.Samples;
using Xunit;

namespace Logister.LocalHost.Tests;

public sealed class StartupTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_taken_port_is_reported_in_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        using var app = TestApp.Builder<QueueSamples>(azurite.ConnectionString, new Journal(), "--urls", url).Build();
        var failure = await Assert.ThrowsAsync<StartupException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith($"{url} is taken", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_that_a_trigger_refers_to_must_be_set()
    {
        var builder = TestApp.Builder<TimerSamples>(azurite.ConnectionString, new Journal());

        Assert.Contains("Schedule", Assert.Throws<StartupException>(() => builder.Build()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unset_connection_is_the_default_one_also_for_the_app()
    {
        var builder = TestApp.Builder<ByteSamples>(azurite.ConnectionString, new Journal());

        Assert.Equal(azurite.ConnectionString, builder.Configuration["Elsewhere"]);
    }

    [Fact]
    public void A_connection_set_in_identity_form_is_left_alone()
    {
        var builder = TestApp.Builder<ByteSamples>(azurite.ConnectionString, new Journal(), "--Elsewhere:queueServiceUri", "https://a.example");

        Assert.Null(builder.Configuration["Elsewhere"]);
    }
}
