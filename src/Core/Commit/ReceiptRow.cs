using Azure.Data.Tables;
using Logister.Core.Storage;

namespace Logister.Core.Commit;

/// <summary>Says that a client's uuid is taken, and by which event. Inserting it is what makes a repeat a conflict.</summary>
internal static class ReceiptRow
{
    private const string Address = "Address";

    public static TableEntity Write(Guid projectId, Guid uuid, Guid address, DateTimeOffset receivedAt) =>
        new(RowKeys.Partition(projectId), RowKeys.Receipt(uuid)) { [Address] = address, ["ReceivedAt"] = receivedAt };

    public static Guid AddressOf(TableEntity row) => row.GetGuid(Address).GetValueOrDefault();
}
