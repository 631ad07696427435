using Logister.Core.Projects;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Logister.Functions.Limits;

/// <summary>
/// The counters of both APIs. They are this instance's own and live in memory: a limit shared by all instances would
/// cost a storage call a request, and would have to fail open when storage does.
/// </summary>
public sealed class RateLimits
{
    private const string Setting = "LOGISTER_PUBLIC_API_";
    private const string ReadSetting = "LOGISTER_CLI_";
    private const int DefaultPeriodSeconds = 60;
    private const int DefaultAccepted = 1_200;
    private const int DefaultPreAuth = 12_000;
    private const int DefaultAuthFailure = 120;
    private const int DefaultRead = 600;
    private const int DefaultReadPreAuth = 1_200;

    private readonly FixedWindow _preAuth;
    private readonly FixedWindow _accepted;
    private readonly FixedWindow _authFailure;
    private readonly FixedWindow _read;
    private readonly FixedWindow _readPreAuth;

    /// <summary>Reads the limits from the settings; none or less turns a counter off.</summary>
    public RateLimits(IConfiguration configuration, TimeProvider time)
    {
        var period = configuration.GetValue(Setting + "RATE_LIMIT_PERIOD_SECONDS", DefaultPeriodSeconds);
        _preAuth = new FixedWindow(configuration.GetValue(Setting + "PRE_AUTH_RATE_LIMIT_REQUESTS", DefaultPreAuth), period, time);
        _accepted = new FixedWindow(configuration.GetValue(Setting + "RATE_LIMIT_REQUESTS", DefaultAccepted), period, time);
        _authFailure = new FixedWindow(configuration.GetValue(Setting + "AUTH_FAILURE_RATE_LIMIT_REQUESTS", DefaultAuthFailure), period, time);
        _read = new FixedWindow(configuration.GetValue(ReadSetting + "RATE_LIMIT_REQUESTS", DefaultRead), DefaultPeriodSeconds, time);
        _readPreAuth = new FixedWindow(configuration.GetValue(ReadSetting + "PRE_AUTH_RATE_LIMIT_REQUESTS", DefaultReadPreAuth), DefaultPeriodSeconds, time);
    }

    /// <summary>Counts a request before anything of it is looked at.</summary>
    internal RateCount? PreAuth(HttpRequest request) => _preAuth.Add(Address(request));

    /// <summary>Counts a request whose token was refused.</summary>
    internal RateCount? AuthFailure(HttpRequest request) => _authFailure.Add(Address(request));

    /// <summary>Counts what a token sends, whatever becomes of it.</summary>
    internal RateCount? Accepted(WriteAccess access, string label, int count = 1) => _accepted.Add($"{label}:{access.TokenId:N}", count);

    /// <summary>Counts a reader's request before its token is looked up.</summary>
    internal RateCount? ReadPreAuth(HttpRequest request) => _readPreAuth.Add(Address(request));

    /// <summary>Counts what an access token reads or manages.</summary>
    internal RateCount? Read(AccessToken token) => _read.Add(token.Digest);

    private static string Address(HttpRequest request) => request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
}
