using System.Globalization;
using Logister.Core.Events;
using Logister.Core.Ingest;
using Logister.Functions.Limits;
using Microsoft.AspNetCore.Http;

namespace Logister.Functions.Http;

/// <summary>Every answer the API gives besides the data that was asked for. Always JSON, whatever the client accepts.</summary>
internal static class Answers
{
    // Long enough for a storage account to get over a hiccup, short enough for a sender that waits.
    private const int RetryAfterSeconds = 5;

    public static IResult Accepted(IngestReceipt receipt) => Results.Json(
        new AcceptedAnswer(receipt.Id.ToString(), "accepted")
        {
            Type = receipt.Type == EventType.Span ? receipt.Type.Name() : null,
            Duplicate = receipt.Duplicate ? true : null,
        },
        ApiJson.Default.AcceptedAnswer,
        statusCode: receipt.Duplicate ? StatusCodes.Status200OK : StatusCodes.Status201Created);

    /// <summary>One answer for a missing, unknown, revoked or expired token: which it was is nobody's business.</summary>
    public static IResult Unauthorized() => Error(StatusCodes.Status401Unauthorized, new ErrorAnswer("Unauthorized"));

    public static IResult ReadUnauthorized() => Error(StatusCodes.Status401Unauthorized, new ErrorAnswer("Unauthorized")
    {
        Code = "unauthorized",
        Message = "Send a valid access token: Authorization: Bearer logister_cli_…",
    });

    public static IResult Forbidden(string message) => Error(StatusCodes.Status403Forbidden, new ErrorAnswer("Forbidden") { Code = "forbidden", Message = message });

    public static IResult NotFound(string what) => Error(StatusCodes.Status404NotFound, new ErrorAnswer("Not found")
    {
        Code = "not_found",
        Message = $"There is no such {what}, or your token may not see it.",
    });

    public static IResult InvalidParameter(string parameter, string message) => Error(StatusCodes.Status422UnprocessableEntity, new ErrorAnswer("Invalid parameter")
    {
        Code = "invalid_parameter",
        Message = message,
        Parameter = parameter,
    });

    public static IResult InvalidCursor() => Error(StatusCodes.Status422UnprocessableEntity, new ErrorAnswer("Invalid cursor")
    {
        Code = "invalid_cursor",
        Message = "The cursor belongs to another query or was changed. Start again without it.",
    });

    public static IResult MethodNotAllowed(string allow) => new AnswerWithHeader(
        Error(StatusCodes.Status405MethodNotAllowed, new ErrorAnswer("Method not allowed") { Code = "method_not_allowed", Message = $"Use {allow}." }),
        "Allow",
        allow);

    public static IResult BadRequest(string error) => Error(StatusCodes.Status400BadRequest, new ErrorAnswer(error));

    public static IResult OutOfScope(string error) => Error(StatusCodes.Status403Forbidden, new ErrorAnswer(error));

    public static IResult RateLimited(RateCount count) => Results.Json(
        new RateLimitedAnswer("Rate limit exceeded", count.Limit, count.PeriodSeconds, count.RetryAfterSeconds),
        ApiJson.Default.RateLimitedAnswer,
        statusCode: StatusCodes.Status429TooManyRequests);

    public static IResult ReadRateLimited(RateCount count) => Error(StatusCodes.Status429TooManyRequests, new ErrorAnswer("Rate limited")
    {
        Code = "rate_limited",
        Message = $"A token has {count.Limit} requests in {count.PeriodSeconds} seconds. Wait until the window ends.",
        RetryAfter = count.RetryAfterSeconds,
    });

    public static IResult BatchRefused(BatchRefusedException refused) => Coded(
        refused.Code == BatchRefusedException.TooManyCode ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest,
        refused.Code,
        refused.Message);

    public static IResult TooLarge(PayloadTooLargeException exceeded) => Error(
        StatusCodes.Status413PayloadTooLarge,
        new ErrorAnswer(exceeded.Message) { Code = exceeded.Code, Limit = exceeded.Limit, Actual = exceeded.Actual });

    public static IResult Invalid(IReadOnlyList<string> errors) =>
        Results.Json(new ErrorListAnswer(errors), ApiJson.Default.ErrorListAnswer, statusCode: StatusCodes.Status422UnprocessableEntity);

    public static IResult StorageUnavailable() => new AnswerWithHeader(
        Error(StatusCodes.Status503ServiceUnavailable, new ErrorAnswer("Storage is not available just now. Nothing was stored; send it again.") { Code = "storage_unavailable" }),
        "Retry-After",
        RetryAfterSeconds.ToString(CultureInfo.InvariantCulture));

    public static IResult InternalError(string invocation) => Error(
        StatusCodes.Status500InternalServerError,
        new ErrorAnswer("Internal error") { Code = "internal_error", Message = $"The fault is ours. Its number in the log is {invocation}." });

    public static IResult Coded(int status, string code, string error, string? message = null) =>
        Error(status, new ErrorAnswer(error) { Code = code, Message = message });

    private static IResult Error(int status, ErrorAnswer body) => Results.Json(body, ApiJson.Default.ErrorAnswer, statusCode: status);
}
