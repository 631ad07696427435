using System.Net;
using Logister.LocalHost.Tests.Samples;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Logister.LocalHost.Tests;

public sealed class HttpTests(SharedAzurite azurite)
{
    [Fact]
    public async Task Routes_are_tried_in_the_order_of_function_names_and_a_parameter_may_hide_a_literal()
    {
        await using var app = await TestApp.StartAsync<HttpSamples>(azurite.ConnectionString);

        Assert.Equal("A special GET", await app.GetAsync("/things/special"));
        Assert.Equal("Z other/place GET", await app.GetAsync("/other/place"));
        Assert.Equal("Z  GET", await app.GetAsync("/"));
    }

    [Fact]
    public async Task A_method_that_a_function_does_not_list_goes_on_to_the_next_route_and_ends_in_404()
    {
        await using var app = await TestApp.StartAsync<HttpSamples>(azurite.ConnectionString);

        using var next = await app.SendAsync(HttpMethod.Post, "/things/special");
        Assert.Equal("B POST", await next.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var none = await app.SendAsync(HttpMethod.Delete, "/things/special");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var head = await app.SendAsync(HttpMethod.Head, "/things/1");
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PATCH")]
    [InlineData("PROPFIND")]
    public async Task A_trigger_without_methods_takes_any(string method)
    {
        await using var app = await TestApp.StartAsync<HttpSamples>(azurite.ConnectionString);

        using var answer = await app.SendAsync(new HttpMethod(method), "/any");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Parameters_are_bound_from_the_route_and_the_invocation()
    {
        await using var app = await TestApp.StartAsync<HttpSamples>(azurite.ConnectionString);
        var id = Guid.NewGuid();

        Assert.Equal($"GET 7 {id} C-numbers True True", await app.GetAsync($"/sum/7/{id}"));
    }

    [Fact]
    public async Task An_exception_is_an_empty_500_and_the_app_lives_on()
    {
        await using var app = await TestApp.StartAsync<HttpSamples>(azurite.ConnectionString);

        using var failed = await app.SendAsync(HttpMethod.Get, "/throws");
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Empty(await failed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Z still/there GET", await app.GetAsync("/still/there"));
    }

    [Fact]
    public async Task A_body_above_Kestrels_usual_limit_passes_and_the_server_is_not_named()
    {
        await using var app = await TestApp.StartAsync<HttpSamples>(azurite.ConnectionString);
        const int Large = 40 * 1024 * 1024;

        using var answer = await app.SendAsync(HttpMethod.Put, "/any", new string('x', Large));
        Assert.Equal($"PUT {Large}", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(answer.Headers.Server);
    }

    [Fact]
    public async Task A_function_that_returns_nothing_answers_200()
    {
        await using var app = await TestApp.StartAsync<HttpSamples>(azurite.ConnectionString);

        Assert.Equal("", await app.GetAsync("/nothing"));
        Assert.Equal("/nothing", await app.Journal.NextAsync());
    }

    [Theory]
    [InlineData("--AzureWebJobs.F-disabled.Disabled")]
    [InlineData("--AzureWebJobs:F-disabled:Disabled")]
    public async Task A_disabled_function_has_no_route(string setting)
    {
        await using var app = await TestApp.StartAsync<HttpSamples>(azurite.ConnectionString, null, setting, "true");

        Assert.Equal("Z disabled GET", await app.GetAsync("/disabled"));
    }

    [Fact]
    public async Task The_route_prefix_stands_before_every_route()
    {
        await using var app = await TestApp.StartAsync<HttpSamples>(azurite.ConnectionString, null, "--AzureFunctionsJobHost:extensions:http:routePrefix", "v1");

        Assert.Equal("A 1 GET", await app.GetAsync("/v1/things/1"));
        using var outside = await app.SendAsync(HttpMethod.Get, "/things/1");
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task Middleware_runs_around_the_function()
    {
        await using var app = await TestApp.StartAsync<HttpSamples>(azurite.ConnectionString, builder => builder.UseMiddleware<RecordingMiddleware>());

        await app.GetAsync("/nothing");

        Assert.Equal("before G-task", await app.Journal.NextAsync());
        Assert.Equal("/nothing", await app.Journal.NextAsync());
        Assert.Equal("after G-task", await app.Journal.NextAsync());
    }

    [Fact]
    public async Task Middleware_may_answer_in_the_functions_place()
    {
        await using var app = await TestApp.StartAsync<HttpSamples>(
            azurite.ConnectionString, builder => builder.UseMiddleware<RecordingMiddleware>().UseMiddleware<AnsweringMiddleware>());

        using var answer = await app.SendAsync(HttpMethod.Get, "/nothing");

        Assert.Equal(418, (int)answer.StatusCode);
        Assert.Equal("before G-task", await app.Journal.NextAsync());
        Assert.Equal("after G-task", await app.Journal.NextAsync());
    }
}
