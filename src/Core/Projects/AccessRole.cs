namespace Logister.Core.Projects;

/// <summary>What the holder of an access token may do.</summary>
public enum AccessRole
{
    /// <summary>Read, and triage error groups.</summary>
    Viewer,

    /// <summary>Everything, managing projects and tokens included.</summary>
    Admin,
}
