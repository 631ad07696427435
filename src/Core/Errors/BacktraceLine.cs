namespace Logister.Core.Errors;

/// <summary>Reads a line of a backtrace in the forms of .NET, Java, JavaScript, Python and Ruby.</summary>
internal static class BacktraceLine
{
    private const int LongestLine = 1_000;

    /// <returns>Null when the line is no frame, such as the message above a backtrace.</returns>
    public static StackFrame? Parse(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.IsEmpty || line.Length > LongestLine)
        {
            return null;
        }

        if (line.StartsWith("at ", StringComparison.Ordinal))
        {
            return AfterAt(line[3..].Trim());
        }

        return line.StartsWith("File \"", StringComparison.Ordinal) ? Python(line["File \"".Length..]) : Ruby(line);
    }

    /// <summary>JavaScript sets a space before the bracket of the place, the others none before that of the arguments.</summary>
    private static StackFrame AfterAt(ReadOnlySpan<char> text)
    {
        var place = text.LastIndexOf(" (", StringComparison.Ordinal);
        if (place > 0 && text[^1] == ')')
        {
            return new StackFrame(WithoutPosition(text[(place + 2)..^1]), text[..place].ToString(), InApp: null);
        }

        var arguments = text.IndexOf('(');
        if (arguments < 0)
        {
            return new StackFrame(WithoutPosition(text), Function: null, InApp: null);
        }

        var file = text.LastIndexOf(") in ", StringComparison.Ordinal);
        return new StackFrame(file < 0 ? null : WithoutPosition(text[(file + 5)..]), text[..arguments].ToString(), InApp: null);
    }

    /// <summary><c>File "/srv/app.py", line 3, in charge</c>.</summary>
    private static StackFrame? Python(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('"');
        if (end < 0)
        {
            return null;
        }

        var function = text.LastIndexOf(", in ", StringComparison.Ordinal);
        return new StackFrame(text[..end].ToString(), function < end ? null : text[(function + 5)..].ToString(), InApp: null);
    }

    /// <summary><c>/srv/app.rb:46:in `charge'</c>, since Ruby 3.4 with two apostrophes.</summary>
    private static StackFrame? Ruby(ReadOnlySpan<char> text)
    {
        var function = text.IndexOf(":in ", StringComparison.Ordinal);
        return function < 0
            ? null
            : new StackFrame(WithoutPosition(text[..function]), text[(function + 4)..].Trim("`'").ToString(), InApp: null);
    }

    private static string WithoutPosition(ReadOnlySpan<char> place)
    {
        var line = place.LastIndexOf(":line ", StringComparison.Ordinal);
        return line >= 0 ? place[..line].ToString() : place.TrimEnd("0123456789:").ToString();
    }
}
