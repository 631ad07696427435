using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Logister.Core.Events;
using Logister.Core.Ingest;
using Logister.Core.Privacy;

namespace Logister.Core.Errors;

/// <summary>
/// Decides which group an error belongs to. Environment, release and level play no part. A change of the rules gets a
/// new mechanism name, so that existing groups are not split.
/// </summary>
internal static class ErrorGrouping
{
    /// <summary>The client said which errors belong together.</summary>
    public const string FingerprintMechanism = "fingerprint";

    /// <summary>Exception class, first line of the message and top frame, the changing parts of each replaced.</summary>
    public const string FirstMechanism = "v1";

    /// <summary>Stands between the parts of a key.</summary>
    public const string Separator = " | ";

    // A key is shown and stored with its group. A longer one is cut and told from its like by a digest.
    private const int LongestKey = 600;
    private const int DigestCharacters = 32;
    private const int LongestClass = 200;

    /// <param name="fingerprint">The client's fingerprint, without secrets.</param>
    /// <param name="message">The message, without secrets.</param>
    /// <param name="exception">The exception as sent, of any JSON type.</param>
    /// <param name="backtrace">A backtrace sent beside it.</param>
    public static ErrorDetails Of(string? fingerprint, string message, JsonElement exception, JsonElement backtrace)
    {
        var exceptionClass = Class(exception);
        if (fingerprint is not null)
        {
            return new ErrorDetails(FingerprintMechanism, Bounded(fingerprint), exceptionClass);
        }

        var frame = StackFrames.Top(exception, backtrace)?.GroupingName;
        var key = string.Join(Separator, new[] { exceptionClass, MessageTemplate.OfFirstLine(message), frame }.Where(part => !string.IsNullOrEmpty(part)));
        return new ErrorDetails(FirstMechanism, Bounded(Redactor.Redact(key)), exceptionClass);
    }

    private static string? Class(JsonElement exception) =>
        (exception.At("class").Text() ?? exception.At("type").Text())?.Trim() is { } sent
            ? Redactor.Redact(sent).Truncate(LongestClass)
            : null;

    private static string Bounded(string key)
    {
        if (key.Length <= LongestKey)
        {
            return key;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..DigestCharacters];
        return $"{key.Truncate(LongestKey - DigestCharacters - 1)}#{digest}";
    }
}
