using Logister.Core.Errors;

namespace Logister.Functions.Errors;

/// <summary>Who looks after an error group.</summary>
internal sealed record AssigneeItem(Guid Uuid, string Name)
{
    public static AssigneeItem Of(Assignee assignee) => new(assignee.Id, assignee.Name);
}
