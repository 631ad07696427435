using System.Text.RegularExpressions;
using Xunit;

namespace Logister.Infra.Tests;

/// <summary>Who may do what: only identities, each with as little as it needs.</summary>
public sealed partial class AccessTests
{
    private const string StorageAccount = "Microsoft.Storage/storageAccounts";

    /// <summary>Every assignment there may be: the module, what it is put on, the role.</summary>
    private static readonly string[] Allowed =
    [
        "hostStorage: Storage Blob Data Owner on Microsoft.Storage/storageAccounts",
        "dataStorage: Storage Table Data Contributor on Microsoft.Storage/storageAccounts",
        "dataStorage: Storage Queue Data Contributor on Microsoft.Storage/storageAccounts",
        "dataStorage: Storage Blob Data Contributor on Microsoft.Storage/storageAccounts",
        "monitoring: Monitoring Metrics Publisher on Microsoft.Insights/components",
        "vault: Key Vault Secrets User on Microsoft.KeyVault/vaults",
    ];

    private static readonly Dictionary<string, string> RoleNames = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
    };

    [Theory]
    [InlineData("list[a-z]*\\(", "a function that fetches keys")]
    [InlineData("accountkey=|defaultendpointsprotocol|sharedaccesssignature=|[?&]sig=", "a connection string or a signed address")]
    public async Task Nothing_fetches_or_holds_a_key(string pattern, string what)
    {
        var template = await CompiledTemplate.ReadAsync();

        var found = Regex.Match(template.Text, pattern, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(10));

        Assert.False(found.Success, $"{what}: {found.Value}");
    }

    [Fact]
    public async Task Only_the_roles_that_are_needed_are_assigned_each_on_what_needs_it()
    {
        var template = await CompiledTemplate.ReadAsync();

        var assigned = template.OfType("Microsoft.Authorization/roleAssignments").Select(static assignment =>
        {
            var role = RoleOf(assignment);
            return $"{assignment.Module}: {RoleNames.GetValueOrDefault(role, role)} on {assignment.ScopeType ?? "the group"}";
        });

        Assert.Equal(Allowed.Order(), assigned.Order());
    }

    [Fact]
    public async Task A_role_assignment_is_named_by_what_it_joins_and_says_why_it_is_there()
    {
        var template = await CompiledTemplate.ReadAsync();

        Assert.All(template.OfType("Microsoft.Authorization/roleAssignments"), static assignment =>
        {
            Assert.StartsWith("[guid(resourceId(", assignment.Name, StringComparison.Ordinal);
            Assert.Contains("parameters('identityId')", assignment.Name, StringComparison.Ordinal);
            Assert.NotEmpty(assignment.Properties.GetProperty("description").GetString()!);
            Assert.Equal("ServicePrincipal", assignment.Properties.GetProperty("principalType").GetString());
        });
    }

    [Fact]
    public async Task Storage_opens_to_identities_only_over_tls_and_publishes_nothing()
    {
        var template = await CompiledTemplate.ReadAsync();
        var accounts = template.OfType(StorageAccount).ToList();

        Assert.Equal(["dataStorage", "hostStorage"], accounts.Select(static account => account.Module).Order());
        Assert.All(accounts, static account =>
        {
            Assert.False(account.Properties.GetProperty("allowSharedKeyAccess").GetBoolean());
            Assert.False(account.Properties.GetProperty("allowBlobPublicAccess").GetBoolean());
            Assert.False(account.Properties.GetProperty("allowCrossTenantReplication").GetBoolean());
            Assert.True(account.Properties.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
            Assert.Equal("TLS1_2", account.Properties.GetProperty("minimumTlsVersion").GetString());
        });
        Assert.All(
            template.OfType($"{StorageAccount}/blobServices/containers"),
            static container => Assert.Equal("None", container.Properties.GetProperty("publicAccess").GetString()));
    }

    [Fact]
    public async Task The_app_answers_over_tls_only_and_takes_no_deployment_by_password()
    {
        var template = await CompiledTemplate.ReadAsync();
        var app = Assert.Single(template.OfType("Microsoft.Web/sites")).Properties;
        var policies = template.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();

        Assert.True(app.GetProperty("httpsOnly").GetBoolean());
        Assert.Equal("1.2", app.GetProperty("siteConfig").GetProperty("minTlsVersion").GetString());
        Assert.Equal("Disabled", app.GetProperty("siteConfig").GetProperty("ftpsState").GetString());
        Assert.Equal(["'ftp')]", "'scm')]"], policies.Select(static policy => policy.Name[policy.Name.LastIndexOf('\'', policy.Name.Length - 4)..]).Order());
        Assert.All(policies, static policy => Assert.False(policy.Properties.GetProperty("allow").GetBoolean()));
    }

    [Fact]
    public async Task Telemetry_and_logs_are_taken_from_identities_only()
    {
        var template = await CompiledTemplate.ReadAsync();

        Assert.True(Assert.Single(template.OfType("Microsoft.Insights/components")).Properties.GetProperty("DisableLocalAuth").GetBoolean());
        Assert.True(Assert.Single(template.OfType("Microsoft.OperationalInsights/workspaces"))
            .Properties.GetProperty("features").GetProperty("disableLocalAuth").GetBoolean());
        Assert.True(Assert.Single(template.OfType("Microsoft.KeyVault/vaults")).Properties.GetProperty("enableRbacAuthorization").GetBoolean());
    }

    private static string RoleOf(TemplateResource assignment)
    {
        var name = RoleName().Match(assignment.Properties.GetProperty("roleDefinitionId").GetString()!).Groups["name"].Value;
        return assignment.Variables.GetProperty("roles").GetProperty(name).GetString()!;
    }

    [GeneratedRegex(@"^\[subscriptionResourceId\('Microsoft\.Authorization/roleDefinitions', variables\('roles'\)\.(?<name>\w+)\)\]$", RegexOptions.NonBacktracking)]
    private static partial Regex RoleName();
}
