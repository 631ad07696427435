using System.Text;
using System.Text.Encodings.Web;

namespace Logister.Functions.Http;

/// <summary>
/// The reference page, made once from the embedded description. It reads the three lines of each operation that it shows
/// by their indentation, which a test holds the description to; a YAML parser in the product would be there for this alone.
/// </summary>
internal static class ReferencePage
{
    private const string PathIndent = "  /";
    private const string MethodIndent = "    ";
    private const string Tags = "      tags: [";
    private const string Summary = "      summary: ";

    private static readonly string[] Methods = ["get", "head", "post", "put", "patch", "delete"];
    private static readonly Lazy<string> Page = new(Write);

    public static string Html => Page.Value;

    /// <summary>The operations of a description in their order: tag, method, path, summary.</summary>
    internal static IEnumerable<(string Tag, string Method, string Path, string Summary)> Operations(IEnumerable<string> lines)
    {
        var (path, method, tag) = (string.Empty, string.Empty, string.Empty);
        foreach (var line in lines)
        {
            if (line.StartsWith(PathIndent, StringComparison.Ordinal))
            {
                path = line.Trim().TrimEnd(':');
            }
            else if (Methods.Contains(line.Trim().TrimEnd(':'), StringComparer.Ordinal) && line.StartsWith(MethodIndent, StringComparison.Ordinal))
            {
                method = line.Trim().TrimEnd(':').ToUpperInvariant();
            }
            else if (line.StartsWith(Tags, StringComparison.Ordinal))
            {
                tag = line[Tags.Length..].TrimEnd(']', ' ');
            }
            else if (line.StartsWith(Summary, StringComparison.Ordinal))
            {
                yield return (tag, method, path, line[Summary.Length..].Trim().Trim('\'', '"'));
            }
        }
    }

    private static string Write()
    {
        var description = Encoding.UTF8.GetString(ShowOpenApi.Description);
        var html = new StringBuilder(
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Logister.Functions API</title></head>
            <body>
            <h1>Logister.Functions API</h1>
            <p>Parameters, bodies and answers are described in <a href="/openapi.yaml">openapi.yaml</a> (OpenAPI 3.1).</p>

            """);
        foreach (var tag in Operations(description.Split('\n')).GroupBy(static operation => operation.Tag))
        {
            html.Append("<h2>").Append(Encoded(tag.Key)).Append("</h2>\n<table>\n");
            foreach (var (_, method, path, summary) in tag)
            {
                html.Append("<tr><td>").Append(Encoded(method)).Append("</td><td><code>").Append(Encoded(path))
                    .Append("</code></td><td>").Append(Encoded(summary)).Append("</td></tr>\n");
            }

            html.Append("</table>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
