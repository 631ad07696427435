using System.Text.Json;
using Logister.Core.Ingest;

namespace Logister.Core.Errors;

/// <summary>Finds the top frame of the application in an exception as any client sends it.</summary>
internal static class StackFrames
{
    /// <summary>Frames are preferred to a backtrace, and that to a stack as text.</summary>
    /// <param name="exception">The exception as sent, of any JSON type.</param>
    /// <param name="backtrace">A backtrace sent beside it.</param>
    /// <returns>The innermost frame of the application; null when there is none.</returns>
    public static StackFrame? Top(JsonElement exception, JsonElement backtrace)
    {
        ReadOnlySpan<JsonElement> sources =
            [exception.At("frames"), exception.At("backtrace"), exception.At("stacktrace"), exception.At("stack_trace"), exception.At("stack"), backtrace];
        foreach (var source in sources)
        {
            var search = default(TopFrameSearch);
            Search(source, ref search);
            if (search.HasFrames)
            {
                return search.Found;
            }
        }

        return null;
    }

    private static void Search(JsonElement source, ref TopFrameSearch search)
    {
        if (source.ValueKind == JsonValueKind.String)
        {
            foreach (var line in source.GetString().AsSpan().EnumerateLines())
            {
                if (search.Offer(BacktraceLine.Parse(line)))
                {
                    return;
                }
            }
        }
        else if (source.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in source.EnumerateArray())
            {
                if (search.Offer(element.ValueKind == JsonValueKind.String ? BacktraceLine.Parse(element.GetString()) : ReadFrame(element)))
                {
                    return;
                }
            }
        }
    }

    private static StackFrame? ReadFrame(JsonElement frame)
    {
        if (frame.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var function = frame.At("function").Text() ?? frame.At("name").Text() ?? frame.At("method").Text();
        var type = frame.At("declaring_type").Text();
        bool? inApp = frame.At("in_app").ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };
        return new StackFrame(
            frame.At("filename").Text() ?? frame.At("file").Text(),
            type is null || function is null ? function : $"{type}.{function}",
            inApp);
    }
}
