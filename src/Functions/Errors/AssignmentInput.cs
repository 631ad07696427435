namespace Logister.Functions.Errors;

/// <summary>Whom an error group shall be given to.</summary>
internal sealed record AssignmentInput(Guid? AssigneeUuid);
