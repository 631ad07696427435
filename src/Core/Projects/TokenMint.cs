using System.Security.Cryptography;

namespace Logister.Core.Projects;

/// <summary>Makes tokens.</summary>
internal static class TokenMint
{
    public static string ProjectToken() => Mint("logister_", bytes: 24);

    public static string AccessToken() => Mint("logister_cli_", bytes: 32);

    private static string Mint(string prefix, int bytes) => prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
