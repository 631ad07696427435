using Xunit;

namespace Logister.Infra.Tests;

public sealed class CompileTests
{
    [Theory]
    [InlineData("build", "main.bicep")]
    [InlineData("lint", "main.bicep")]
    public async Task The_template_compiles_without_a_word(string command, string file)
    {
        var run = await Bicep.RunAsync(command, file);

        Assert.Equal("", run.Messages);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task A_name_a_region_and_a_token_are_all_that_must_be_given()
    {
        var run = await Bicep.RunAsync("build-params", "main.bicepparam", new Dictionary<string, string>
        {
            ["AZURE_ENV_NAME"] = "test",
            ["AZURE_LOCATION"] = "westeurope",
            ["LOGISTER_ADMIN_TOKEN"] = "logister_cli_" + new string('0', 64),
        });

        Assert.Equal("", run.Messages);
        Assert.Equal(0, run.ExitCode);
    }
}
