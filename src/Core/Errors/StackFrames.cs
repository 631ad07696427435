using System.Text.Json;
using Logister.Core.Ingest;

namespace Logister.Core.Errors;

/// <summary>Finds the top frame of the application in an exception as any client sends it.</summary>
internal static class StackFrames
{
    // Deeper frames than this are the server loop's.
    private const int Deepest = 100;

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
            var frames = Read(source);
            if (frames.Count > 0)
            {
                return FirstInApp(frames);
            }
        }

        return null;
    }

    private static StackFrame? FirstInApp(List<StackFrame> frames)
    {
        // Python alone tells its calls from the outside in.
        if (frames[0].File?.EndsWith(".py", StringComparison.Ordinal) == true)
        {
            frames.Reverse();
        }

        foreach (var frame in frames)
        {
            if (frame.IsInApp)
            {
                return frame;
            }
        }

        return null;
    }

    private static List<StackFrame> Read(JsonElement source)
    {
        var frames = new List<StackFrame>();
        if (source.ValueKind == JsonValueKind.String)
        {
            foreach (var line in source.GetString().AsSpan().EnumerateLines())
            {
                Add(frames, BacktraceLine.Parse(line));
            }
        }
        else if (source.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in source.EnumerateArray())
            {
                Add(frames, element.ValueKind == JsonValueKind.String ? BacktraceLine.Parse(element.GetString()) : ReadFrame(element));
            }
        }

        return frames;
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

    private static void Add(List<StackFrame> frames, StackFrame? frame)
    {
        if (frame is { } read && frames.Count < Deepest)
        {
            frames.Add(read);
        }
    }
}
