using Logister.Core.Projects;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Logister.Functions.Limits;

/// <summary>
/// The counters of the write API. They are this instance's own and live in memory: a limit shared by all instances would
/// cost a storage call a request, and would have to fail open when storage does.
/// </summary>
public sealed class RateLimits
{
    private const string Setting = "LOGISTER_PUBLIC_API_";
    private const int DefaultPeriodSeconds = 60;
    private const int DefaultAccepted = 1_200;
    private const int DefaultPreAuth = 12_000;
    private const int DefaultAuthFailure = 120;

    private readonly FixedWindow _preAuth;
    private readonly FixedWindow _accepted;
    private readonly FixedWindow _authFailure;

    /// <summary>Reads the limits from the settings; none or less turns a counter off.</summary>
    public RateLimits(IConfiguration configuration, TimeProvider time)
    {
        var period = configuration.GetValue(Setting + "RATE_LIMIT_PERIOD_SECONDS", DefaultPeriodSeconds);
        _preAuth = new FixedWindow(configuration.GetValue(Setting + "PRE_AUTH_RATE_LIMIT_REQUESTS", DefaultPreAuth), period, time);
        _accepted = new FixedWindow(configuration.GetValue(Setting + "RATE_LIMIT_REQUESTS", DefaultAccepted), period, time);
        _authFailure = new FixedWindow(configuration.GetValue(Setting + "AUTH_FAILURE_RATE_LIMIT_REQUESTS", DefaultAuthFailure), period, time);
    }

    /// <summary>Counts a request before anything of it is looked at.</summary>
    internal RateCount? PreAuth(HttpRequest request) => _preAuth.Add(Address(request));

    /// <summary>Counts a request whose token was refused.</summary>
    internal RateCount? AuthFailure(HttpRequest request) => _authFailure.Add(Address(request));

    /// <summary>Counts what a token sends, whatever becomes of it.</summary>
    internal RateCount? Accepted(WriteAccess access, string label, int count = 1) => _accepted.Add($"{label}:{access.TokenId:N}", count);

    private static string Address(HttpRequest request) => request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
}
